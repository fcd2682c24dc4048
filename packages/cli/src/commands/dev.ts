import { resolve } from 'node:path';
import { prefixOf } from '@hub/registry';
import { Command } from 'commander';
import { runDev } from '../dev/run-dev';
import { HubError } from '../errors';
import { HUB_SUBGRAPH } from '../system/subgraph-list';

const WORKSPACE = resolve(__dirname, '../../../..');

const EXAMPLE = `
Example:
  hub dev newham --url http://127.0.0.1:4105/graphql`;

interface Options {
  url: string;
  port: string;
}

/** `hub dev`: one's own subgraph beside the others, mocked, and served anew whenever its schema changes. */
export function devCommand(finish: (code: number) => void): Command {
  return new Command('dev')
    .description('run a gateway over your subgraph and a mocked hub, and serve your schema anew when it changes')
    .argument('<id>', "the partnership's id, as newham")
    .option('--url <url>', 'where its subgraph answers', 'http://127.0.0.1:4105/graphql')
    .option('--port <port>', "the gateway's; the mocked hub is at the next; 0 takes free ones", '4500')
    .addHelpText('after', EXAMPLE)
    .action(async (id: string, options: Options) => {
      await dev(id, options);
      finish(0);
    });
}

async function dev(id: string, { url, port }: Options): Promise<void> {
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(id) || id === HUB_SUBGRAPH) throw new HubError('CHECK_NAME_INVALID', { name: id });
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new HubError('DEV_URL', { value: url });
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_534) throw new HubError('DEV_PORT', { value: port });
  const ending = new AbortController();
  const end = () => ending.abort();
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    await runDev({
      ...{ workspace: WORKSPACE, id, url, port: Number(port), signal: ending.signal },
      say: (text) => void process.stderr.write(`${text.trimEnd()}\n`),
      served: (apiUrl) => void process.stdout.write(welcome(apiUrl, id)),
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, end);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const welcome = (apiUrl: string, id: string) => `Explorer  ${apiUrl.replace(/graphql$/, 'explorer')}
API       ${apiUrl}
Question  ${questionOf(id)}
`;

/** What anybody may ask of a partnership. */
export const questionOf = (id: string) =>
  `{ partnership(id: "${id}") { id ... on ${prefixOf(id)}Partnership { termsOfReference { title } bodies { name } } } }`;
