/** What a saved question costs, against an earlier commit: `npm run bench:question`. See README.md beside it. */
import { parseArgs } from 'node:util';
import { exampleOf } from './question/example';
import { compareQuestions } from './question/compare-questions';
import { earlierBuild } from './question/earlier-build';
import { QuestionedHub } from './question/questioned-hub';
import { tableOf } from './table';

const { values } = parseArgs({
  options: {
    against: { type: 'string', default: 'cbb0940' },
    examples: { type: 'string', default: '01,02,05' },
    rounds: { type: 'string', default: '5' },
    operations: { type: 'string', default: '30' },
    'warm-up': { type: 'string', default: '150' },
    seconds: { type: 'string', default: '420' },
    json: { type: 'boolean', default: false },
  },
});

async function main(): Promise<void> {
  const end = performance.now() + Number(values.seconds) * 1000;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const earlier = earlierBuild(values.against, say);
  const hubs: QuestionedHub[] = [];
  try {
    // One after the other: two that start at once take each other's time for starting.
    for (const workspace of [earlier, undefined]) hubs.push(await QuestionedHub.start(workspace));
    const [before, now] = hubs as [QuestionedHub, QuestionedHub];
    const plan = {
      rounds: Number(values.rounds),
      operations: Number(values.operations),
      warmUp: Number(values['warm-up']),
      end,
    };
    const results = [];
    for (const name of values.examples.split(',')) {
      say(`${name}: asking both hubs`);
      const result = await compareQuestions(exampleOf(name), { before, now }, plan);
      results.push(result);
      const { total } = result.parts;
      say(`${name}: ${ms(total.before)} → ${ms(total.now)} ms, ${times(total.ratio)}`);
      if (result.difference === null) continue;
      say(
        `${name} is answered differently, so that its figures are of different work. ${result.difference.slice(0, 500)}`,
      );
      process.exitCode = 1;
    }
    if (values.json) {
      process.stdout.write(
        `${JSON.stringify({ against: values.against, ...plan, end: undefined, results }, null, 2)}\n`,
      );
    } else {
      process.stdout.write(`Milliseconds of processor time a question, ${values.against} → now\n\n`);
      process.stdout.write(`${tableOf(results.map(rowOf))}\n`);
    }
  } finally {
    await Promise.all(hubs.map((hub) => hub.stop()));
  }
}

type Result = Awaited<ReturnType<typeof compareQuestions>>;

function rowOf({ example, rounds, parts, statements }: Result): Record<string, string> {
  const { total, ...others } = parts;
  const columns = Object.entries(others).map(([part, { before, now }]) => [part, `${ms(before)} → ${ms(now)}`]);
  return {
    example,
    rounds: String(rounds),
    ...(Object.fromEntries(columns) as Record<string, string>),
    'all processes': `${ms(total!.before)} → ${ms(total!.now)}`,
    ratio: `${times(total!.ratio)} (${times(total!.least)} to ${times(total!.most)})`,
    'subgraphs’ ratio': times(parts['subgraphs']!.ratio),
    transactions: statements === null ? '' : `${statements.before} → ${statements.now}`,
  };
}

const ms = (value: number) => value.toFixed(1);
const times = (value: number) => value.toFixed(2);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
