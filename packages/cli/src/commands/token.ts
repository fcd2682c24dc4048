import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { readStartEnvironment } from '../config/env';
import { copiesIn } from '../london/copies-in';
import { readTtl } from '../config/token-ttl';
import { HubError } from '../errors';
import { developmentToken } from '../system/development-token';
import { hubHome } from '../system/hub-home';
import { listPartnerships } from '../system/subgraph-list';

const WORKSPACE = resolve(__dirname, '../../../..');

interface Options {
  role: string;
  partnership?: string;
  organisation?: string;
  person?: string;
  scope?: string[];
  ttl: string;
  at?: string;
}

/** `hub token`: prints a token of the development issuer, and nothing else, on stdout. */
export function tokenCommand(finish: (code: number) => void): Command {
  return new Command('token')
    .description('print a token of the development issuer; HUB_HOME chooses whose')
    .requiredOption('--role <role>', 'what the person is, as analyst')
    .option('--partnership <id>', 'the partnership, for roles that have one, as lambeth')
    .option('--organisation <id>', 'a GSS code for roles of a local authority, as E09000022 (default: development)')
    .option('--person <id>', 'who it is (default: development:<role>)')
    .option('--scope <scope>', 'only this scope of the role; may be repeated', (scope, all: string[] = []) => [
      ...all,
      scope,
    ])
    .option('--at <id>', 'for the own service of this partnership in place of the hub, as lambeth')
    .option('--ttl <time>', 'how long it is valid, up to 24h', '1h')
    .action(async (options: Options) => finish(await print(options)));
}

async function print({ role, scope, ttl, ...who }: Options): Promise<number> {
  refuseInProduction(process.env);
  const home = hubHome(readStartEnvironment(process.env).home ?? join(WORKSPACE, '.hub'));
  const options = { ...who, scopes: scope, ttlSeconds: readTtl(ttl) };
  const partnerships = [...(await listPartnerships(WORKSPACE)), ...(await copiesIn(home))];
  const { token, claims } = await developmentToken(home, role, options, partnerships);
  process.stdout.write(`${token}\n`);
  const { person, organisation, partnership, scopes } = claims;
  const of = partnership === null ? '' : ` of ${partnership}`;
  process.stderr.write(
    `For ${ttl}: ${person} (${organisation}), ${role}${of}, may: ${scopes.join(' ') || 'see what is public'}\n`,
  );
  return 0;
}

/** What this command makes is a key to a hub; where real children are, only their issuer gives keys. */
function refuseInProduction(env: NodeJS.ProcessEnv): void {
  const reason = env.TOKEN_ISSUER
    ? `TOKEN_ISSUER is ${env.TOKEN_ISSUER}`
    : env.NODE_ENV === 'production' && 'NODE_ENV is production';
  if (reason) throw new HubError('PRODUCTION_ISSUER', { reason });
}
