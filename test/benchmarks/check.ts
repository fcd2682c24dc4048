/** How long it takes to check what a partnership is about to publish: `npm run bench:check`. See README.md beside it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { checkPublication, isRefused, readContract } from '@hub/registry';
import { londonOf, type PublishedSubgraph } from './gateways/london-of';
import { published } from './gateways/published';
import { tableOf } from './table';

/** What a check may take, in milliseconds, by how many partnerships there are. */
const LIMITS: Readonly<Record<string, number>> = { 33: 3_000, 153: 15_000 };

const { values } = parseArgs({
  options: {
    partnerships: { type: 'string', default: Object.keys(LIMITS).join() },
    rounds: { type: 'string', default: '5' },
    once: { type: 'string' },
  },
});

/** In a process of its own, as the command: it loads what it needs, and nothing of it has been compiled. */
async function main(): Promise<void> {
  const rows: Record<string, string>[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'bench-check-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const file = join(folder, 'subgraphs.json');
  for (const partnerships of values.partnerships.split(',')) {
    const times: Once[] = [];
    writeFileSync(file, JSON.stringify(londonOf(Number(partnerships), published())));
    for (let round = 0; round < Number(values.rounds); round += 1) times.push(await inProcess(file));
    const middle = (of: keyof Once) => times.map((time) => time[of]).sort((a, b) => a - b)[times.length >> 1]!;
    const limit = LIMITS[partnerships];
    if (limit !== undefined && middle('ms') >= limit) {
      process.stderr.write(`Of ${partnerships} partnerships a check takes ${limit} ms or more.\n`);
      process.exitCode = 1;
    }
    rows.push({
      ...{ partnerships, 'median, ms': middle('ms').toFixed(0), 'of processor': middle('cpuMs').toFixed(0) },
      'slowest, ms': Math.max(...times.map(({ ms }) => ms)).toFixed(0),
    });
  }
  process.stdout.write(`${tableOf(rows)}\n`);
}

/** What a process took from its beginning to its end, and of the processor. */
interface Once {
  ms: number;
  cpuMs: number;
}

async function inProcess(file: string): Promise<Once> {
  const begun = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [__filename, '--once', file]);
  return { ms: performance.now() - begun, cpuMs: Number(stdout) };
}

/** The last of the partnerships in a file publishes again what it has. */
async function once(file: string): Promise<void> {
  const read = JSON.parse(readFileSync(file, 'utf8')) as PublishedSubgraph[];
  const subgraphs = read.map((one) => ({ ...one, url: `http://${one.name}/graphql` }));
  const hub = { subgraphs, contract: readContract(), operations: [] };
  const { findings } = await checkPublication(subgraphs.at(-1)!, hub, { beside: 'NEAREST' });
  if (isRefused(findings)) throw new Error(`It was refused: ${JSON.stringify(findings).slice(0, 500)}`);
  const { user, system } = process.cpuUsage();
  process.stdout.write(String((user + system) / 1000));
}

void (values.once === undefined ? main() : once(values.once));
