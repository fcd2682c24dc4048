import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serverAudits } from 'graphql-http';
import { pino } from 'pino';
import { startGateway, type RunningGateway } from '../gateway-server';
import { toyConfig } from '../../testing/toy-config';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const toy = new ToySubgraph({
  name: 'london-scp',
  sdl: 'type Query { greeting: String @tag(name: "public") }',
  query: { greeting: 'Hello' },
});
let gateway: RunningGateway;

beforeAll(async () => {
  await toy.start();
  gateway = await startGateway(toyConfig([toy]), pino({ level: 'silent' }));
});
afterAll(async () => {
  await gateway?.stop();
  await toy.kill();
});

const NOT_200 = /^Response status code is not 200$/;

/** Of each audit that is not met, what the audit says of it; `docs/reference/graphql-over-http.md` has the reasons. */
const DEVIATIONS: Record<string, RegExp> = {
  'SHOULD use 200 status code on document parsing failure when accepting application/json': NOT_200,
  'SHOULD use 200 status code on document validation failure when accepting application/json': NOT_200,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json': NOT_200,
  'MAY accept application/x-www-form-urlencoded formatted GET requests': NOT_200,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json':
    NOT_200,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json': NOT_200,
};
const REFERENCE = readFileSync(join(__dirname, '../../../docs/reference/graphql-over-http.md'), 'utf8');

const audits = serverAudits({ url: () => `${gateway.url}/graphql` });

it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
  const result = await audit.fn();
  // Those that are met must not stand among the deviations either.
  expect(result.status === 'ok' ? 'ok' : result.reason).toMatch(DEVIATIONS[name] ?? /^ok$/);
});

it('a GET is answered as the audit asks where its client says that it is no page of another origin', async () => {
  const asking = serverAudits({
    url: () => `${gateway.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, 'apollo-require-preflight': '1' } }),
  });
  const gets = asking.filter(({ name }) => /GET/.test(name) && name in DEVIATIONS);
  expect(gets).toHaveLength(3);
  for (const { fn } of gets) expect(await fn()).toMatchObject({ status: 'ok' });
});

it('each deviation is in the reference, by its name, and no other is', () => {
  const named = [...REFERENCE.matchAll(/^\| ((?:MUST|SHOULD|MAY) .+?) +\|/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(DEVIATIONS).sort());
  expect(audits.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
});
