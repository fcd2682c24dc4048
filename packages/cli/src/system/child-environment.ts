/**
 * Variables that a process is given for itself or not at all: addresses of databases, keys, tokens, and who issues them;
 * which partnership it is a copy of, and in which directory.
 */
const OWN =
  /^(DATABASE_URL(_.*)?|REGISTRY_DATABASE_URL|HUB_REGISTRY_KEY|PG[A-Z]+|GATEWAY_KEYS|WEBHOOK_(KEYS|JWKS)|HUB_(JWKS|URL|TOKEN_FILE|TOKEN_FOLDER)|PSEUDONYM_KEYS|PARTNERSHIP_(COPY|DIRECTORY)|DEVELOPMENT_ISSUER_KEYS|TOKEN_(ISSUER|AUDIENCE|JWKS|ALGORITHMS))$/;

/**
 * What a child inherits of the environment of `hub start`: a partnership's process must not see the administrator's
 * password, another partnership's database or token, or the keys that tokens are signed with.
 */
export function inheritedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OWN.test(name)));
}
