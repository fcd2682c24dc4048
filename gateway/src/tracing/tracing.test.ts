import { pino } from 'pino';
import { startOtlpCollector, type CollectedSpan, type OtlpCollector } from '../../../test/support/otlp-collector';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { ToySubgraph } from '../../testing/toy-subgraphs';
import { startGateway } from '../gateway-server';

const log = pino({ level: 'silent' });
const QUERY = 'query Secret { partnership(id: "lambeth") { name priorities } }';
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

let toys: ToySubgraph[];
let collector: OtlpCollector;

beforeAll(async () => {
  toys = [toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  collector = await startOtlpCollector();
});
beforeEach(() => {
  for (const toy of toys) toy.received.length = 0;
});
afterAll(async () => {
  await collector?.end();
  await Promise.all(toys.map((toy) => toy.kill()));
});

/** What a gateway traces of some questions, from its start to its end. */
async function traced(env: Record<string, string>, ...headers: Record<string, string>[]): Promise<CollectedSpan[]> {
  const gateway = await startGateway(toyConfig(toys, env), log);
  for (const one of headers) await ask(gateway.url, QUERY, { headers: one });
  await gateway.stop();
  return collector.take();
}

const named = (spans: CollectedSpan[], name: string) => spans.filter((span) => span.name === name);
const sentOn = () => toys.flatMap(({ received }) => received.map(({ traceparent }) => traceparent));

describe('an operation', () => {
  it('is one span, with its plan and its requests to subgraphs below', async () => {
    const spans = await traced({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint }, {});
    const [whole, ...others] = named(spans, 'POST /graphql') as [CollectedSpan];
    expect(others).toEqual([]);
    expect(whole).toMatchObject({
      ...{ service: 'gateway', parentSpanId: '' },
      attributes: { 'http.response.status_code': 200, 'hub.request_id': expect.any(String) },
    });
    const below = spans.filter(({ parentSpanId }) => parentSpanId === whole.spanId);
    expect(below.map(({ name }) => name).sort()).toEqual(['ask lambeth', 'ask london-scp', 'plan']);
    expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([whole.traceId]));
    expect(sentOn().sort()).toEqual(
      ['ask lambeth', 'ask london-scp'].map((name) => `00-${whole.traceId}-${named(spans, name)[0]!.spanId}-01`).sort(),
    );
  });

  it('goes on with the trace of its caller, and says nothing of what was asked', async () => {
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-00`;
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint };
    const spans = await traced(env, { traceparent, tracestate: 'vendor=made-up', baggage: 'made=up' });
    expect(named(spans, 'POST /graphql')).toMatchObject([{ traceId: TRACE, parentSpanId: '00f067aa0ba902b7' }]);
    expect(sentOn().every((one) => one?.startsWith(`00-${TRACE}-`))).toBe(true);
    for (const text of ['Secret', 'partnership', 'neglect', 'made']) expect(JSON.stringify(spans)).not.toContain(text);
  });

  it('is traced by the choice of the hub, whatever its caller wishes', async () => {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_TRACES_SAMPLER_ARG: '0' };
    expect(await traced(env, { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })).toEqual([]);
    expect(sentOn()).toEqual([undefined, undefined]);
  });

  it('is not traced where no collector is named', async () => {
    expect(await traced({}, { traceparent: `00-${TRACE}-00f067aa0ba902b7-01` })).toEqual([]);
    expect(sentOn()).toEqual([undefined, undefined]);
  });
});
