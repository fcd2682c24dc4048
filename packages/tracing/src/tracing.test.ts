import { startOtlpCollector, type OtlpCollector } from '../../../test/support/otlp-collector';
import { startTracing, type Tracing } from './tracing';

const CALLER = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };

let collector: OtlpCollector;
let tracing: Tracing;
beforeEach(async () => {
  collector = await startOtlpCollector();
  tracing = startTracing({ service: 'lambeth', endpoint: `${collector.endpoint}/` });
});
afterEach(() => collector.end());

/** All spans, once the process has ended. */
const sent = async () => {
  await tracing.close();
  return collector.take();
};

describe('spans', () => {
  it('go to the collector with the name of their service, each below what it is a part of', async () => {
    const whole = tracing.begin('POST /graphql', undefined);
    const part = whole.begin('SELECT bodies', 'client', { 'db.system.name': 'postgresql' });
    part.end({}, '57014');
    whole.end({ 'http.response.status_code': 200 });
    const [below, above] = (await sent()) as [Below, Below];
    expect(above).toMatchObject({
      ...{ service: 'lambeth', name: 'POST /graphql', parentSpanId: '', isFailed: false },
      attributes: { 'http.response.status_code': 200 },
    });
    expect(below).toMatchObject({
      ...{ service: 'lambeth', name: 'SELECT bodies', isFailed: true },
      ...{ traceId: above.traceId, parentSpanId: above.spanId },
      attributes: { 'db.system.name': 'postgresql', 'error.type': '57014' },
    });
  });

  it.each(['00', '01'])('go on with the trace of who asks, whatever its flags are: %s', async (flags) => {
    tracing.begin('POST /graphql', `00-${CALLER.traceId}-${CALLER.spanId}-${flags}`).end();
    expect(await sent()).toMatchObject([{ traceId: CALLER.traceId, parentSpanId: CALLER.spanId }]);
  });

  it('tell who is asked next where it belongs, and that it is traced', async () => {
    const span = tracing.begin('POST /graphql', undefined);
    span.begin('ask lambeth', 'client').end();
    span.end();
    const [asking, asked] = (await sent()) as [Below, Below];
    expect(span.traceparent).toBe(`00-${asked.traceId}-${asked.spanId}-01`);
    expect(asking.parentSpanId).toBe(asked.spanId);
  });

  it.each([
    '',
    'nonsense',
    `00-${'0'.repeat(32)}-${CALLER.spanId}-01`,
    `00-${CALLER.traceId}-${'0'.repeat(16)}-01`,
    `00-${CALLER.traceId.toUpperCase()}x-${CALLER.spanId}-01`,
    `${'00-'.repeat(10_000)}-01`,
  ])('begin a trace of their own where a caller sends what is none: %.40s', async (traceparent) => {
    tracing.begin('POST /graphql', traceparent).end();
    expect(await sent()).toMatchObject([{ parentSpanId: '' }]);
  });

  it('hold little, whatever is said of them', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`a${index}`, 'x'.repeat(5000)]));
    tracing.begin('POST /graphql', undefined).end(many);
    const [{ attributes }] = (await sent()) as [Below];
    expect(Object.keys(attributes)).toHaveLength(16);
    expect(Object.values(attributes).every((value) => String(value).length <= 200)).toBe(true);
  });
});

type Below = ReturnType<OtlpCollector['take']>[number];

it('a process ends also where no collector is there', async () => {
  await collector.end();
  tracing.begin('POST /graphql', undefined).end();
  await tracing.close();
  expect(collector.take()).toEqual([]);
});
