/** What a question costs our gateway, and others: `npm run bench`. See README.md beside it. */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { makeCallers, type Callers } from './gateways/callers';
import { CONTESTANTS, type ContestantName } from './gateways/contestants';
import { freePort, GatewayProcess } from './gateways/gateway-process';
import { bodyOf, OPERATIONS, type OperationName } from './gateways/operations';
import { ratioOf, typical } from './gateways/ratio';
import { measureRounds, type Effort, type Measured } from './gateways/rounds';
import { requireSameAnswers } from './gateways/same-answers';
import { World } from './gateways/world';
import { tableOf } from './table';

const { values } = parseArgs({
  options: {
    partnerships: { type: 'string', default: '33,5' },
    operations: { type: 'string', default: Object.keys(OPERATIONS).join() },
    gateways: { type: 'string', default: Object.keys(CONTESTANTS).join() },
    connections: { type: 'string', default: '16,1' },
    callers: { type: 'string', default: 'distinct,equal' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1500' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** Analysts who ask by turns. */
const DISTINCT = 500;
/** What runs once a request is compiled after some thousand of them. */
const EFFORT = { turnMs: 500, warmUpMs: 8000 };
const QUICK = { turnMs: 300, warmUpMs: 4000 };
const OURS = 'ours';

/** One question under one load. */
interface Result {
  partnerships: number;
  operation: OperationName;
  callers: string;
  connections: number;
  measured: Measured[];
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const end = performance.now() + Number(values.seconds) * 1000;

async function main(): Promise<void> {
  const { quick } = values;
  const effort = { ...(quick ? QUICK : EFFORT), rounds: quick ? 3 : Number(values.rounds) };
  const results: Result[] = [];
  for (const partnerships of (quick ? '33' : values.partnerships).split(',').map(Number)) {
    const world = await World.start(partnerships);
    const callers = await makeCallers(DISTINCT, world.folder);
    const gateways = await startAll(world, callers);
    try {
      await measureWorld(partnerships, gateways, callers, effort, (result) => results.push(result));
    } finally {
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      world.stop();
    }
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ effort, node: process.version, results }, null, 2)}\n`);
  else process.stdout.write(`${tableOf(results.flatMap(rowsOf))}\n`);
  const failures = results.flatMap(({ measured }) =>
    measured.flatMap(({ turns }) => turns.map((turn) => turn.failures)),
  );
  if (failures.some((count) => count > 0)) {
    say('Some answers were not 200, so that figures are of different work.');
    process.exitCode = 1;
  }
}

/** Those that can be started. */
async function startAll(world: World, callers: Callers): Promise<GatewayProcess[]> {
  const started: GatewayProcess[] = [];
  for (const name of values.gateways.split(',') as ContestantName[]) {
    const port = await freePort();
    try {
      const program = CONTESTANTS[name](world, port, callers);
      started.push(await GatewayProcess.start(name, port, program, `${world.folder}/${name}.log`));
    } catch (error) {
      say(`${name} is left out: ${(error as Error).message}`);
      if (name === OURS) throw error;
    }
  }
  return started;
}

async function measureWorld(
  partnerships: number,
  all: readonly GatewayProcess[],
  { tokens }: Callers,
  effort: Effort,
  add: (result: Result) => void,
): Promise<void> {
  const [token] = tokens as [string];
  for (const operation of values.operations.split(',') as OperationName[]) {
    const body = bodyOf(operation);
    const gateways = all.filter(({ name }) => operation !== 'deep' || name !== 'by hand');
    await requireSameAnswers(gateways, body, token);
    let { warmUpMs } = effort;
    for (const connections of (values.quick ? '16' : values.connections).split(',').map(Number)) {
      for (const callers of (values.quick ? 'distinct' : values.callers).split(',')) {
        if (performance.now() > end) {
          say(`Time is over: what is left of ${operation} at ${partnerships} is left out.`);
          return;
        }
        const asking = { body, tokens: callers === 'equal' ? [token] : tokens, connections };
        const measured = await measureRounds(gateways, asking, { ...effort, warmUpMs });
        const result = { partnerships, operation, callers, connections, measured };
        add(result);
        say(`load of the machine ${loadavg()[0]!.toFixed(1)}\n${tableOf(rowsOf(result))}`);
        // It is warm from now on.
        warmUpMs = 0;
      }
    }
  }
}

function rowsOf({ partnerships, operation, callers, connections, measured }: Result): Record<string, string>[] {
  const ours = measured.find(({ gateway }) => gateway === OURS)!;
  return measured.map((one) => {
    const { median, least, most } = ratioOf('cpuMs', one, ours);
    return {
      question: `${operation}, ${partnerships}`,
      asked: `${connections} × ${callers}`,
      gateway: one.gateway,
      'CPU, ms': typical('cpuMs', one).toFixed(2),
      'times ours': one === ours ? '' : `${median.toFixed(1)} (${least.toFixed(1)} to ${most.toFixed(1)})`,
      'answers a second': typical('perSecond', one).toFixed(0),
      'p50, ms': typical('p50', one).toFixed(1),
      'p99, ms': typical('p99', one).toFixed(1),
      'memory, MiB': typical('memoryMiB', one).toFixed(0),
    };
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
