import { PublisherKeys, type PublisherKey, type RunSql } from '@hub/registry';
import { Command } from 'commander';
import { HubError } from '../errors';
import { openDatabase } from '../system/open-database';
import { registryOfRunningHub } from './databases-of-running-hub';
import { give, giveJson, say } from './registry/say';
import { wholeNumber } from './registry/whole-number';

interface Options {
  database?: string;
  json?: boolean;
}

/** `hub key`: the keys of those who publish, for the hub's operator, who has the registry's database. */
export function keyCommand(finish: (code: number) => void): Command {
  const sub = (name: string, description: string, example: string) =>
    new Command(name)
      .description(description)
      .option(
        '--database <url>',
        'the database of the registry (default: that of the running hub; HUB_HOME says which)',
      )
      .option('--json', 'write the result to stdout, as JSON')
      .addHelpText('after', `\nExamples:\n  hub key ${example}`);
  return new Command('key')
    .description('issue, list and revoke the keys of those who publish')
    .addCommand(
      sub('issue', 'issue a key, and write it to stdout: it is never to be had again', 'issue --subgraph newham')
        .option('--subgraph <name>', 'whose schema it publishes, as newham')
        .option('--operator', "an operator's, which reads all and rolls back")
        .action(async (options: Options & { subgraph?: string; operator?: true }) => finish(await issue(options))),
    )
    .addCommand(
      sub('list', 'list every key, when it was used last, and whether it is good', 'list --json').action(
        async (options: Options) => finish(await list(options)),
      ),
    )
    .addCommand(
      sub('revoke', 'let a key publish nothing more', 'revoke 1')
        .argument('<id>', 'its number, as hub key list has it', wholeNumber)
        .action(async (id: number, options: Options) => finish(await revoke(id, options))),
    );
}

async function issue({ subgraph, operator, ...options }: Options & { subgraph?: string; operator?: true }) {
  const isNamed = subgraph !== undefined && /^[a-z][a-z0-9-]{0,62}$/.test(subgraph) && subgraph !== HUB_ITSELF;
  if (isNamed === (operator ?? false) || (subgraph !== undefined && !isNamed)) throw new HubError('KEY_FOR_WHOM');
  const { key, written } = await withKeys(options, (keys) => keys.issue(subgraph ?? null));
  if (options.json) giveJson({ ...key, written });
  else {
    give(written);
    say(`${lineOf(key)}. Give it to nobody else: HUB_REGISTRY_KEY=<key> hub whoami`);
  }
  return 0;
}

async function list(options: Options): Promise<number> {
  const keys = await withKeys(options, (all) => all.list());
  if (options.json) giveJson(keys);
  else for (const key of keys) say(lineOf(key));
  return 0;
}

async function revoke(id: number, options: Options): Promise<number> {
  const key = await withKeys(options, (keys) => keys.revoke(id));
  if (!key) throw new HubError('KEY_UNKNOWN', { id });
  if (options.json) giveJson(key);
  else say(lineOf(key));
  return 0;
}

/** PostgreSQL says so where a table is not there. */
const UNDEFINED_TABLE = '42P01';

/** Its schema is the hub's, and nobody publishes it. */
const HUB_ITSELF = 'london-scp';

async function withKeys<Result>(
  { database }: Options,
  work: (keys: PublisherKeys) => Promise<Result>,
): Promise<Result> {
  const url = database ?? (await registryOfRunningHub());
  const client = await openDatabase(url, '--database');
  const run: RunSql = async <Row>(sql: string, parameters?: unknown[]) =>
    (await client.query(sql, parameters)).rows as Row[];
  try {
    return await work(new PublisherKeys(run));
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) throw new HubError('REGISTRY_NOT_INSTALLED');
    throw error;
  } finally {
    await client.end();
  }
}

function lineOf({ id, kind, subgraph, issuedAt, lastUsedAt, revokedAt }: PublisherKey): string {
  const used = lastUsedAt === null ? 'never used' : `last used ${lastUsedAt.toISOString()}`;
  const standing = revokedAt === null ? used : `${used}, revoked ${revokedAt.toISOString()}`;
  return `Key ${id}, ${subgraph ?? kind.toLowerCase()}, issued ${issuedAt.toISOString()}, ${standing}`;
}
