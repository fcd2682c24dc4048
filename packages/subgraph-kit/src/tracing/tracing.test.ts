import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, signGatewayToken, type SigningKeys } from '@hub/access';
import { startOtlpCollector, type CollectedSpan, type OtlpCollector } from '../../../../test/support/otlp-collector';
import { requestIdentityOf } from '../../../../test/support/request-identities';
import { createServiceDatabase, type ServiceDatabase } from '../../../../test/support/service-database';
import { slow } from '../../testing/slow-subgraph';
import { serveSubgraph } from '../serve-subgraph';

const HUB = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
const TRACEPARENT = `00-${HUB.traceId}-${HUB.spanId}-01`;
const DUTY = requestIdentityOf('duty-team', { partnership: 'lambeth', purpose: 'CROSS_BOUNDARY_MOVEMENT' });

let folder: string;
let keys: SigningKeys;
let database: ServiceDatabase;
let collector: OtlpCollector;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-kit-'));
  keys = await createSigningKeys(join(folder, 'keys.json'));
  writeFileSync(join(folder, 'jwks.json'), JSON.stringify(publicJwks(keys)));
  database = await createServiceDatabase();
  collector = await startOtlpCollector();
});
afterAll(async () => {
  await collector?.end();
  await database?.drop();
  rmSync(folder, { recursive: true });
});

/** What a subgraph traces of a question, from its start to its end. */
async function traced(query: string, { isHub = true, headers = {} }: { isHub?: boolean; headers?: object } = {}) {
  const subgraph = await serveSubgraph(slow, {
    ...{ DATABASE_URL: database.url, HUB_JWKS: join(folder, 'jwks.json'), LOG_LEVEL: 'silent' },
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
  });
  const body = JSON.stringify({ query });
  const token = isHub && signGatewayToken(keys, DUTY, { subgraph: 'slow', body });
  await fetch(subgraph.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
    body,
  });
  await subgraph.close();
  return collector.take();
}

describe('what the hub traces', () => {
  it('is one span here, with each statement below, and none of its values', async () => {
    const spans = await traced('mutation { closeMovement(id: "movement-of-a-child") { id } }', {
      headers: { traceparent: TRACEPARENT },
    });
    const [whole] = spans.filter(({ name }) => name === 'POST /graphql') as [CollectedSpan];
    expect(whole).toMatchObject({
      ...{ service: 'slow', traceId: HUB.traceId, parentSpanId: HUB.spanId },
      attributes: { 'http.response.status_code': 200, 'hub.request_id': DUTY.requestId },
    });
    const statements = spans.filter(({ parentSpanId }) => parentSpanId === whole.spanId);
    expect(statements.map(({ name }) => name)).toEqual(['START', 'INSERT closed', 'COMMIT']);
    expect(statements[1]!.attributes).toEqual({ 'db.system.name': 'postgresql', 'db.query.summary': 'INSERT closed' });
    expect(JSON.stringify(spans)).not.toContain('movement-of-a-child');
  });

  it('is told by its code where a statement fails', async () => {
    const spans = await traced(
      'mutation { one: closeMovement(id: "same") { id } two: closeMovement(id: "same") { id } }',
      { headers: { traceparent: TRACEPARENT } },
    );
    expect(spans.filter(({ isFailed }) => isFailed)).toMatchObject([
      { name: 'INSERT closed', attributes: { 'error.type': '23505' } },
    ]);
  });
});

describe('nothing is traced', () => {
  it('of what the hub does not trace', async () => {
    expect(await traced('{ steps(count: 1) { next { id } } }')).toEqual([]);
  });

  it('by the word of anybody but the hub', async () => {
    const headers = { traceparent: TRACEPARENT };
    expect(await traced('{ steps(count: 1) { next { id } } }', { isHub: false, headers })).toEqual([]);
  });
});
