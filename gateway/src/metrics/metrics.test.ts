import { pino } from 'pino';
import { Registry } from 'prom-client';
import { request } from 'undici';
import { untilEqual } from '../../../test/support/until-equal';
import { ask } from '../../testing/ask';
import { readMetrics, valueOf } from '../../testing/metric-values';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway, type RunningGateway } from '../gateway-server';
import { Fallbacks } from '../operation/fallbacks';
import type { OperationRunner } from '../operation/operation-runner';
import { addOperationMetrics } from './operation-metrics';

const log = pino({ level: 'silent' });
const QUERY = '{ partnerships { name priorities } }';

let toys: ToySubgraph[];
let lambeth: ToySubgraph;
let gateway: RunningGateway;

const start = (env: Record<string, string> = {}) => {
  return startGateway(toyConfig(toys, { METRICS_PORT: '0', RATE_LIMIT_PER_MINUTE: '1000000', ...env }), log);
};
const metrics = () => readMetrics(gateway.metricsUrl!);
const value = async (series: string) => valueOf(await metrics(), series);

/** By how much each series grows while something is done. */
async function growth(series: readonly string[], work: () => Promise<unknown>, { metricsUrl } = gateway) {
  const values = async () => {
    const text = await readMetrics(metricsUrl!);
    return series.map((one) => valueOf(text, one) ?? 0);
  };
  const before = await values();
  await work();
  return (await values()).map((after, index) => after - before[index]!);
}

const asked =
  (times = 1, query = QUERY) =>
  async () => {
    for (let time = 0; time < times; time += 1) await ask(gateway.url, query);
  };

beforeAll(async () => {
  lambeth = toyBorough('Lambeth', {
    sdl: 'denied(code: String): String',
    fields: {
      denied: ({ code }: { code: string }) => {
        throw Object.assign(new Error('Not yours.'), { extensions: { code } });
      },
    },
  });
  toys = [toyLondon(), lambeth, toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  gateway = await start();
});
afterEach(() => {
  lambeth.reply = undefined;
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all(toys.map((toy) => toy.kill()));
});

describe('metrics', () => {
  it('are served at a port of their own, and nowhere else', async () => {
    expect(await metrics()).toContain('process_cpu_seconds_total');
    const { statusCode } = await request(`${gateway.url}/metrics`);
    expect(statusCode).toBe(404);
    const { statusCode: elsewhere } = await request(new URL('/graphql', gateway.metricsUrl!));
    expect(elsewhere).toBe(404);
  });

  it('are not served unless a port is set for them', async () => {
    const another = await startGateway(toyConfig(toys), log);
    expect(another.metricsUrl).toBeNull();
    await another.stop();
  });

  it('hold nothing that a caller or a subgraph has made up', async () => {
    const seriesOf = async () => (await metrics()).split('\n').filter((line) => line.startsWith('hub_')).length;
    const askMadeUp = async (round: string) => {
      for (let one = 0; one < 10; one += 1) {
        const name = `madeUp${round}${one}`;
        await ask(gateway.url, `query ${name} { partnerships { id ${name}: name } }`);
        const denied = `... on LambethPartnership { denied(code: "${name}") }`;
        await ask(gateway.url, `query ${name} { partnerships { ${denied} } }`, { headers: { 'x-request-id': name } });
        await request(`${gateway.url}/${name}`);
      }
    };
    await askMadeUp('First');
    const series = await seriesOf();
    await askMadeUp('Second');
    expect(await seriesOf()).toBe(series);
    expect(await metrics()).not.toContain('madeUp');
  });
});

describe('what is answered', () => {
  it('is counted by route and status, and timed by operation', async () => {
    const series = [
      'hub_requests_total{route="/graphql",status="200"}',
      'hub_operation_seconds_count{operation="other"}',
    ];
    expect(await growth(series, asked(3))).toEqual([3, 3]);
  });

  it('is counted also where its asker has gone', async () => {
    lambeth.hold();
    const gone = new AbortController();
    const asking = ask(gateway.url, QUERY, { signal: gone.signal }).catch(() => undefined);
    await untilEqual(() => value('hub_subgraph_requests_under_way{subgraph="lambeth"}'), 1);
    const series = [
      'hub_requests_total{route="/graphql",status="given_up"}',
      'hub_operation_seconds_count{operation="other"}',
      'hub_coverage_operations_total{coverage="partial"}',
    ];
    const counted = await growth(series, async () => {
      gone.abort();
      await asking;
      await untilEqual(() => value('hub_questions{state="under_way"}'), 0);
    });
    lambeth.resume();
    expect(counted).toEqual([1, 1, 0]);
  });

  it('with an error is counted by its code', async () => {
    const series = [
      'hub_requests_total{route="/graphql",status="400"}',
      'hub_errors_total{code="GRAPHQL_VALIDATION_FAILED",subgraph=""}',
    ];
    expect(await growth(series, asked(2, '{ nothing never }'))).toEqual([2, 2]);
  });

  it('from what was looked up is told from what was not', async () => {
    await ask(gateway.url, QUERY);
    const series = ['documents', 'operations', 'plans'].flatMap((cache) => [
      `hub_cache_hits_total{cache="${cache}"}`,
      `hub_cache_misses_total{cache="${cache}"}`,
    ]);
    expect(await growth(series, asked(3))).toEqual([3, 0, 3, 0, 0, 0]);
    expect(await growth(series, asked(1, `${QUERY} # once`))).toEqual([0, 1, 0, 1, 1, 0]);
    expect(await value('hub_cache_entries{cache="documents"}')).toBeGreaterThan(1);
    expect(await value('hub_cache_bytes{cache="operations"}')).toBeGreaterThan(1000);
  });

  it('by the stock executor is counted, by why', async () => {
    const registry = new Registry();
    const fallbacks = new Fallbacks();
    addOperationMetrics(registry, { fallbacks } as OperationRunner);
    for (const reason of ['rewrites', 'rewrites', 'introspection']) fallbacks.note(reason);
    const told = await registry.getSingleMetricAsString('hub_stock_executor_operations_total');
    expect(valueOf(told, 'hub_stock_executor_operations_total{reason="rewrites"}')).toBe(2);
    expect(valueOf(told, 'hub_stock_executor_operations_total{reason="introspection"}')).toBe(1);
  });
});

describe('subgraphs', () => {
  const COVERAGE = [
    'hub_coverage_operations_total{coverage="full"}',
    'hub_coverage_operations_total{coverage="partial"}',
    'hub_coverage_subgraphs_total{state="answered"}',
    'hub_coverage_subgraphs_total{state="missing"}',
  ];

  it.each(['london-scp', 'lambeth', 'havering'])('that answer are counted once a request: %s', async (subgraph) => {
    const requests = `hub_subgraph_requests_total{subgraph="${subgraph}",outcome="ANSWERED"}`;
    const [counted, seconds] = await growth([requests, `hub_subgraph_seconds_total{subgraph="${subgraph}"}`], asked());
    expect(counted).toBe(1);
    expect(seconds).toBeGreaterThan(0);
    expect(await value(`hub_subgraph_requests_under_way{subgraph="${subgraph}"}`)).toBe(0);
  });

  it('that all answer make full coverage', async () => {
    expect(await growth(COVERAGE, asked())).toEqual([1, 0, 3, 0]);
  });

  it('that do not are missing, by name and code', async () => {
    lambeth.reply = { status: 500, body: 'broken' };
    const series = [
      'hub_errors_total{code="SUBGRAPH_UNAVAILABLE",subgraph="lambeth"}',
      'hub_subgraph_requests_total{subgraph="lambeth",outcome="SUBGRAPH_UNAVAILABLE"}',
    ];
    expect(await growth([...series, ...COVERAGE], asked())).toEqual([1, 1, 0, 1, 2, 1]);
  });

  it('that hang are seen to', async () => {
    const processes = (state: string) => value(`hub_subgraph_processes{subgraph="lambeth",state="${state}"}`);
    expect(await processes('answering')).toBe(1);
    lambeth.hang();
    const waiting = ask(gateway.url, QUERY);
    await untilEqual(() => processes('hung'), 1);
    await waiting;
    lambeth.resume();
    await untilEqual(() => processes('answering'), 1);
    expect(await processes('hung')).toBe(0);
  });
});

describe('what is refused to keep the hub going', () => {
  it.each([
    ['requests', { RATE_LIMIT_PER_MINUTE: '4' }, 'RATE_LIMITED'],
    ['points', { COST_LIMIT_PER_MINUTE: '2' }, 'COST_LIMITED'],
  ])('for too many %s is counted', async (_, env, code) => {
    const narrow = await start(env);
    const work = async () => {
      for (let time = 0; time < 4; time += 1) await ask(narrow.url, QUERY);
    };
    const [refused] = await growth([`hub_errors_total{code="${code}",subgraph=""}`], work, narrow);
    expect(refused).toBeGreaterThan(0);
    await narrow.stop();
  });

  it('and what is under way is shown', async () => {
    lambeth.hold();
    const waiting = ask(gateway.url, QUERY);
    await untilEqual(() => value('hub_subgraph_requests_under_way{subgraph="lambeth"}'), 1);
    expect(await value('hub_questions{state="under_way"}')).toBe(1);
    expect(await value('hub_questions{state="waiting"}')).toBe(0);
    expect(await value('hub_connections_open')).toBeGreaterThan(0);
    expect(await value('hub_connections_shed_total{how="refused"}')).toBe(0);
    expect(await value('hub_feeds_open')).toBe(0);
    lambeth.resume();
    await waiting;
    await untilEqual(() => value('hub_questions{state="under_way"}'), 0);
  });
});
