/**
 * Every failure that the command explains itself: what happened, and what to do about it. Nothing here may carry a
 * password or a whole database URL; the values are host names, ports, paths and variable names.
 */
const registry = {
  PORT_INVALID: {
    message: 'PORT must be a whole number from 0 to 65535 (0: any free one), and is "{value}".',
    remedy: 'Leave PORT out for 4000, or set another: PORT=4010 npm start',
  },
  DEMO_INVALID: {
    message: 'HUB_DEMO must be 0 or 1, and is "{value}".',
    remedy: 'Leave HUB_DEMO out to load demonstration data, or set it to 0: HUB_DEMO=0 npm start',
  },
  PORT_TAKEN: {
    message: 'Port {port} of 127.0.0.1 cannot be used ({reason}). Nothing was started.',
    remedy: 'End the program that holds it, or choose another: PORT={other} npm start',
  },
  HUB_ALREADY_RUNS: {
    message: 'The hub already runs at {url} (process {pid}), with its state in {home}.',
    remedy: 'Use that one, end it first, or start another: HUB_HOME=<folder> PORT=<port> npm start',
  },
  HOME_UNUSABLE: {
    message: 'The state folder {home} cannot be used ({reason}).',
    remedy: 'Start as the user who owns it, or choose another folder: HUB_HOME=<folder> npm start',
  },
  SECRETS_UNREADABLE: {
    message: 'The file {file} is not the JSON that the hub wrote.',
    remedy: 'Restore it. Without it the databases beside it cannot be opened: remove both to start fresh.',
  },
  PORTS_UNREADABLE: {
    message: 'The file {file} keeps the port of each process, and cannot be used: {reason}.',
    remedy:
      'Give each process of it a port of its own, as {"lambeth": 4103}, or remove the file to have all chosen anew: then tell ' +
      "each partnership's people its new address.",
  },
  NO_SUBGRAPHS: {
    message: 'There is no subgraph in {folder}.',
    remedy: 'A subgraph is a folder with a package.json, named in kebab-case.',
  },
  PARTNERSHIPS_INVALID: {
    message: 'A London of {value} partnerships cannot be made.',
    remedy: 'Give a whole number from {least}, those of the checkout, to {most}: --partnerships {most}',
  },
  NOT_BUILT: {
    message: '{name} is not built: {file} is missing.',
    remedy: 'Run: npm run build',
  },
  NOT_STARTED: {
    message: '{name} did not start: {reason}.{tail}',
    remedy: 'The whole log is {log}',
  },
  CONNECTIONS_TOO_FEW: {
    message:
      'PostgreSQL at {host} has {available} connections for the hub, and its {processes} processes need {least} at least.',
    remedy:
      'Raise its max_connections, end what else uses it, or give some partnerships a server of their own: DATABASE_URL_<SUBGRAPH>.',
  },
  POSTGRES_NO_BINARIES: {
    message: 'There is no embedded PostgreSQL for {platform}.',
    remedy: 'Give a server: DATABASE_URL=postgres://admin:password@host:5432/postgres npm start',
  },
  POSTGRES_NO_USER: {
    message: 'PostgreSQL refuses to run as root, and neither SUDO_UID nor a user "postgres" or "nobody" is there.',
    remedy: 'Start as an ordinary user, or give a server with DATABASE_URL.',
  },
  POSTGRES_NOT_RUNNABLE: {
    message: 'The embedded PostgreSQL cannot be run on this machine: {reason}.',
    remedy: 'Give a server: DATABASE_URL=postgres://admin:password@host:5432/postgres npm start',
  },
  POSTGRES_FAILED: {
    message: 'The embedded PostgreSQL did not start: {reason}.{tail}',
    remedy: 'The whole log is {log}',
  },
  POSTGRES_PASSWORD: {
    message: 'The embedded PostgreSQL refuses the password in {file}.',
    remedy: 'Restore the file that belongs to {data}, or remove that folder to start with empty databases.',
  },
  DATABASE_URL_INVALID: {
    message: '{variable} is not a PostgreSQL URL.',
    remedy: 'Write it as postgres://user:password@host:5432/database, with special characters percent-encoded.',
  },
  GATEWAY_DATABASE: {
    message: '{set} is set, and {missing} is not: the gateway records access in the database of the London SCP.',
    remedy: 'Set both or neither. DATABASE_URL_GATEWAY is that database by a login role that owns nothing in it.',
  },
  DATABASE_UNREACHABLE: {
    message: 'The database of {variable} at {host} cannot be opened ({reason}).',
    remedy: 'Check host, port, user, password and database name in {variable}.',
  },
  DATABASE_NO_RIGHT: {
    message: 'The user of {variable} may not create the role or the database "{name}" ({reason}).',
    remedy: 'Use one with CREATEROLE and CREATEDB, or give the database of this subgraph itself: {own}=postgres://…',
  },
  ROLE_TOO_STRONG: {
    message: 'The role "{name}" at {host} may do more than use its own database ({powers}).',
    remedy: 'Take these rights from it, drop it, or give the database of this subgraph itself: {own}=postgres://…',
  },
  ROLE_NOT_OURS: {
    message: 'The role or database "{name}" at {host} is not the one that this hub created ({reason}).',
    remedy: 'Start with the HUB_HOME that created it, drop it, or give its own address: {own}=postgres://…',
  },
  KEYS_UNREADABLE: {
    message: 'The keys in {folder} cannot be used ({reason})',
    remedy: 'Restore the file. One that signs tokens may also be removed: the next start makes new keys.',
  },
  TOKEN_ISSUER_INCOMPLETE: {
    message: '{set} is set, and {missing} is not: without both, no token can be verified.',
    remedy:
      "Set TOKEN_ISSUER (the tokens' `iss`) and TOKEN_JWKS (URL or file of the issuer's public keys), or leave out every TOKEN_… variable to use the development issuer.",
  },
  TOKEN_ISSUER_FORGOTTEN: {
    message: 'The hub in {home} takes tokens of {issuer}, and TOKEN_ISSUER is not set.',
    remedy:
      'Set TOKEN_ISSUER and TOKEN_JWKS as before. To take tokens of the development issuer from now on, remove {file}.',
  },
  NO_DEVELOPMENT_ISSUER: {
    message: 'The hub in {home} has no development issuer yet.',
    remedy: 'Start it once: npm start',
  },
  PRODUCTION_ISSUER: {
    message: 'The development issuer makes no tokens here: {reason}.',
    remedy: 'Ask the issuer that this hub is configured with.',
  },
  TOKEN_ROLE: {
    message: 'There is no role "{role}".',
    remedy: 'The roles are: {roles}.',
  },
  TOKEN_PARTNERSHIP_MISSING: {
    message: 'A token of the role {role} names a partnership.',
    remedy: 'Add --partnership with one of: {partnerships}.',
  },
  TOKEN_PARTNERSHIP_SUPERFLUOUS: {
    message: 'The role {role} is one of London as a whole: its token names no partnership.',
    remedy: 'Leave --partnership out.',
  },
  TOKEN_PARTNERSHIP_UNKNOWN: {
    message: 'There is no partnership "{partnership}".',
    remedy: 'The partnerships are: {partnerships}.',
  },
  TOKEN_NOT_OF_PARTNERSHIP: {
    message: 'The own service of {at} lets in its own people alone.',
    remedy: 'Give --partnership {at} too, with a role of it.',
  },
  TOKEN_CLAIM: {
    message: 'No hub would take this token: {reason}',
    remedy: 'Give another --organisation (a local authority by its GSS code) or --person.',
  },
  TOKEN_SCOPE: {
    message: 'The role {role} does not have the scope "{scope}".',
    remedy: 'It has: {scopes}.',
  },
  TOKEN_TTL: {
    message: 'The time to live is "{ttl}", and must be from 1 second to 24 hours.',
    remedy: 'Write it in seconds, minutes or hours: --ttl 90s, --ttl 30m, --ttl 8h.',
  },
  SCHEMA_NOT_PRINTED: {
    message: 'The subgraph {name} did not print its schema.{tail}',
    remedy: 'Mend what it says, build, and try again: npm run build',
  },
  CHECK_NAME_INVALID: {
    message: '"{name}" is not the name of a partnership.',
    remedy: 'Give it as the directory has it, in kebab-case: --subgraph newham',
  },
  CHECK_UNREADABLE: {
    message: 'The schema {file} cannot be read ({reason}).',
    remedy: 'Give the path of a file with SDL, or the address of a subgraph, as http://127.0.0.1:4010/graphql',
  },
  CODE_UNKNOWN: {
    message: 'There is no code {code}.{near}',
    remedy: 'List them: npm run -s hub -- explain',
  },
  HUB_NOT_RUNNING: {
    message: 'No PostgreSQL of a hub runs with its state in {home}.',
    remedy: 'Start the hub, set HUB_HOME to its folder, or name the databases: --database lambeth=postgres://…',
  },
  AUDIT_NOT_INSTALLED: {
    message: 'The database of {name} at {host} has no record of access.',
    remedy: 'Install it as its administrator: npm run -s hub -- audit install --database <url>',
  },
  AUDIT_NOT_INSTALLABLE: {
    message: 'The record of access cannot be installed in {name} at {host} ({reason}).',
    remedy: 'Give the URL of an administrator who may create a schema in that database; not the role of its service.',
  },
  AUDIT_UNREADABLE: {
    message: 'The record of access of {name} at {host} cannot be read ({reason}).',
    remedy: 'Give a role that may read the schema "audit": --database {name}=postgres://…',
  },
  AUDIT_HEAD_INVALID: {
    message: '--expect "{value}" is not the head of a log.',
    remedy: 'Write the name, and the head as the verification printed it: --expect lambeth=214:<64 hexadecimal digits>',
  },
  AUDIT_HEAD_UNKNOWN: {
    message: '--expect names "{name}", and no log of that name is verified.',
    remedy: 'Verified are: {names}',
  },
  IMPORT_TOKEN_MISSING: {
    message: 'HUB_TOKEN is not set: an import says who imports.',
    remedy:
      'Set it to a token for the own service of the partnership. Of a development hub: npm run -s hub -- token --role business-manager --partnership {partnership} --at {partnership}',
  },
  IMPORT_NO_ADDRESS: {
    message: 'Where the own service of "{partnership}" is cannot be read from {file}.',
    remedy: 'Give its address: --url https://records.example, or start the hub.',
  },
  IMPORT_UNREACHABLE: {
    message: 'The own service at {url} does not answer ({reason}). Whether the file was stored is not known.',
    remedy: 'Send the same file again: what was stored is found, and nothing is recorded twice.',
  },
  IMPORT_REFUSED: { message: '{code}: {message}', remedy: '' },
  IMPORT_FILE: {
    message: 'The file {file} cannot be read ({reason}).',
    remedy: 'Give the path of a CSV or .xlsx file.',
  },
  IMPORT_MAP: {
    message: '--map "{value}" maps nothing.',
    remedy: 'Write the header and the column: --map "Date of meeting=heldOn"',
  },
  IMPORT_NOTHING: {
    message: 'Nothing was asked for.',
    remedy: 'Give a record and a file, or one of --template <record>, --undo <id> and --list: hub import --help',
  },
  CONFORMANCE_URL: {
    message: '--url "{value}" is not an address of HTTP.',
    remedy: 'Write where the subgraph answers the hub: --url http://127.0.0.1:4105/graphql',
  },
  CONFORMANCE_SUBGRAPH: {
    message: '--subgraph "{value}" is not the id of a partnership.',
    remedy: 'Write it as in the directory, in small letters: --subgraph newham',
  },
  GATEWAY_KEYS_UNREADABLE: {
    message: 'The keys to sign with cannot be used: {reason}',
    remedy:
      'Make some, and give the private ones: npm run -s hub -- keys --out <folder>, then --gateway-keys <folder>/hub-keys.json',
  },
  REPORT_UNWRITABLE: {
    message: 'The report {file} cannot be written ({reason}).',
    remedy: 'Give a file in a folder that is there: --junit <file>',
  },
  INIT_ID_INVALID: {
    message: '"{id}" cannot be the id of a partnership.',
    remedy: 'Write it in small letters and digits, each word beginning with a letter: hub init tower-hamlets …',
  },
  INIT_ID_TAKEN: {
    message: 'A partnership "{id}" would have the type {typeName}, which means something else to the hub.',
    remedy: 'Choose another id.',
  },
  INIT_NAME_INVALID: {
    message: '"{name}" cannot be the name of a partnership.',
    remedy:
      'Write it in letters, digits, spaces and & , . : ( ) - and apostrophes: --name "Newham Safeguarding Children Partnership"',
  },
  INIT_AUTHORITY_UNKNOWN: {
    message: '"{code}" is not the GSS code of a local authority in London.',
    remedy:
      'Give codes by comma, as they stand in subgraphs/london-scp/directory/local-authorities.csv: --authorities E09000025',
  },
  INIT_INSIDE_CHECKOUT: {
    message: 'The folder {folder} lies in the checkout of the hub.',
    remedy: 'A subgraph of your own stands by itself. Give a folder elsewhere: --folder ../newham',
  },
  INIT_FOLDER_TAKEN: {
    message: 'The folder {folder} is there already, and not empty. Nothing was written.',
    remedy: 'Give another by --folder, or move away what is in it.',
  },
  INIT_UNWRITABLE: {
    message: 'The folder {folder} cannot be written ({reason}).',
    remedy: 'Give one in a place where you may write: --folder <path>',
  },
  DEV_URL: {
    message: '--url "{value}" is not an address of HTTP.',
    remedy: 'Write where the subgraph answers: --url http://127.0.0.1:4105/graphql',
  },
  DEV_PORT: {
    message: '--port "{value}" is not a port with another after it.',
    remedy: 'Give a whole number from 0 to 65534.',
  },
  REGISTRY_KEY_MISSING: {
    message: 'HUB_REGISTRY_KEY is not set: the registry is asked with a key.',
    remedy: "Set it to the key that the hub's operator gave you: npm run -s hub -- key issue --subgraph <name>",
  },
  REGISTRY_URL: {
    message: '"{value}" is not an address to which a key may be sent.',
    remedy: 'Write where the hub is, with https unless it is this machine: --url https://hub.example',
  },
  REGISTRY_UNREACHABLE: {
    message: 'The registry at {url} does not answer ({reason}).',
    remedy: 'Send the same again: what is served already is not published twice. Or name the hub: --url <origin>',
  },
  REGISTRY_REFUSED: { message: '{code}: {message}', remedy: '' },
  DIFF_UNREADABLE: {
    message: 'The schemas cannot be compared ({reason}).',
    remedy: 'Give two that parse: hub check says where one does not.',
  },
  REGISTRY_NOT_INSTALLED: {
    message: 'This database has no registry.',
    remedy: 'Start a gateway with it as REGISTRY_DATABASE_URL once, or give another: --database <url>',
  },
  KEY_FOR_WHOM: {
    message: "A key is one subgraph's, or the operator's; the schema of the London SCP is published by the hub.",
    remedy: 'Give --subgraph with a name in kebab-case, or --operator.',
  },
  KEY_UNKNOWN: {
    message: 'There is no key {id}.',
    remedy: 'List them: npm run -s hub -- key list',
  },
  ENDED: { message: 'The start was ended before it was complete.', remedy: '' },
} as const;

export type HubErrorCode = keyof typeof registry;

/** A failure with a stable code and a remedy; its message holds both sentences. */
export class HubError extends Error {
  override readonly name = 'HubError';

  constructor(
    readonly code: HubErrorCode,
    values: Record<string, string | number> = {},
  ) {
    const { message, remedy } = registry[code];
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));
    super(remedy === '' ? fill(message) : `${fill(message)}\n${fill(remedy)}`);
  }
}

/** The short cause of any failure: a system's or PostgreSQL's code where there is one, else the message. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return error.message === '' ? (code ?? error.name) : error.message;
}
