import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askExample } from '../support/ask-example';
import { startOtlpCollector, type CollectedSpan } from '../support/otlp-collector';
import { startTestHub } from '../support/test-hub';
import { exampleFiles } from '../support/saved-examples';

const RECORDER = join(__dirname, '..', 'support', 'record-connections.cjs');
const MEETINGS = '{ partnerships { ... on HoldsMeetings { meetings(first: 1) { edges { node { heldOn } } } } } }';
const [TRACE, CALLER] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
const LOOPBACK = /^(tcp|dns|udp) (127\.0\.0\.1|localhost|::1)$/;

describe('a running hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-connections-'));
  const log = join(folder, 'connections');
  const env = { ...process.env, NODE_OPTIONS: `--require=${RECORDER}`, HUB_CONNECTION_LOG: log };
  const recorded = () => [...new Set(readFileSync(log, 'utf8').trim().split('\n'))];
  let spans: CollectedSpan[];
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reaches for no address but its own, from start to end, while it answers every saved example', async () => {
    const collector = await startOtlpCollector();
    const testHub = await startTestHub({ env: { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint } });
    for (const example of exampleFiles) await askExample(testHub, example);
    await testHub.ask(MEETINGS, {}, { traceparent: `00-${TRACE}-${CALLER}-01` });
    await testHub.end();
    await collector.end();
    spans = collector.take().filter(({ traceId }) => traceId === TRACE);
    expect(recorded().filter((line) => !LOOPBACK.test(line))).toEqual([]);
    expect(recorded()).toContain('tcp 127.0.0.1');
  });

  it('tells the collector that it was given of a question, from its caller to the statements of a partnership', () => {
    const below = (parent: string, service: string, name: string): string =>
      spans.find((one) => one.parentSpanId === parent && one.service === service && one.name === name)!.spanId;
    const operation = below(CALLER, 'gateway', 'POST /graphql');
    const request = below(operation, 'gateway', 'ask havering');
    const answered = below(request, 'havering', 'POST /graphql');
    expect(below(answered, 'havering', 'SELECT meetings')).toEqual(expect.any(String));
  });

  it('would be seen if it reached further', () => {
    execFileSync(process.execPath, ['-e', "require('net').connect(9, '192.0.2.1').on('error', () => 0).destroy()"], {
      env,
    });
    expect(recorded()).toContain('tcp 192.0.2.1');
  });
});
