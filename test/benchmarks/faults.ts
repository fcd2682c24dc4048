/** What is lost, and for how long, when partnerships and processes fail: `npm run bench:faults`. See README.md beside it. */
import { parseArgs } from 'node:util';
import { neighboursFail } from './neighbours/neighbours-fail';
import { processesFail } from './processes-fail';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { of: { type: 'string', default: 'neighbours,processes' }, faults: { type: 'string' } },
  });
  const isWanted = (fault: string) => values.faults?.split(',').some((part) => fault.includes(part)) ?? true;
  if (values.of.includes('neighbours')) await neighboursFail(isWanted);
  if (values.of.includes('processes')) await processesFail(isWanted);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
