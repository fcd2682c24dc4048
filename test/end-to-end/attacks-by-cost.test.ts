import type { Role } from '@hub/access';
import { costRules } from '@hub/limits';
import { getIntrospectionQuery, parse } from 'graphql';
import { noteLists, type ListLengths } from '../support/answered-lists';
import { askDirectly, subgraphsAsked } from '../support/attacks/gateway-token';
import { bearer, send } from '../support/attacks/send';
import { startTestHub, type Asker, type TestHub } from '../support/test-hub';
import { requestIdentityOf } from '../support/request-identities';
import { referenceSupergraph } from '../support/reference-schema';
import { exampleFiles } from '../support/saved-examples';

let testHub: TestHub;
// With the limits as they are, and not as a test of many callers has them.
beforeAll(async () => {
  const env = { ...process.env, RATE_LIMIT_PER_MINUTE: '600', COST_LIMIT_PER_MINUTE: '300000' };
  testHub = await startTestHub({ env, relay: false });
});
afterAll(() => testHub?.end());

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');
const aliases = (count: number, field: string) => `{ ${times(count, (i) => `a${i}: ${field}`)} }`;

const NEIGHBOURS = 'localAuthorities { name neighbours { name neighbours { name } } }';
const SCHEMA = '__schema { types { name kind fields { name type { name } } } }';
const TIMELINESS = 'movementTimeliness(from: "2024-01-01", to: "2026-12-31", first: 100) { edges { node { year } } }';

/** Each was done to the hub, mostly without a token. */
const ATTACKS: [string, Role | null, string, string][] = [
  ['100 aliases of __schema', null, aliases(100, SCHEMA), 'OPERATION_REPETITIVE'],
  ['2 000 aliases of __schema', null, aliases(2000, '__schema { types { name } }'), 'DOCUMENT_TOO_LARGE'],
  [
    'aliases inside __schema',
    null,
    `{ __schema { ${times(100, (i) => `a${i}: types { name }`)} } }`,
    'OPERATION_REPETITIVE',
  ],
  [
    'aliases inside __schema, by fragments',
    null,
    `{ __schema { types { ...A } } } fragment A on __Type { ${times(9, (i) => `a${i}: fields { ...B }`)} }
     fragment B on __Field { ${times(9, (i) => `b${i}: args { name }`)} c: type { ...C } }
     fragment C on __Type { ${times(9, (i) => `c${i}: fields { name }`)} }`,
    'OPERATION_TOO_DEAR',
  ],
  ['150 times the neighbours of neighbours', null, aliases(150, NEIGHBOURS), 'OPERATION_TOO_DEAR'],
  ['10 times the neighbours of neighbours', null, aliases(10, NEIGHBOURS), 'OPERATION_TOO_DEAR'],
  ['480 times movementTimeliness', 'analyst', `{ londonScp ${aliases(480, TIMELINESS)} }`, 'DOCUMENT_TOO_LARGE'],
  ['300 times movementTimeliness', 'analyst', `{ londonScp ${aliases(300, TIMELINESS)} }`, 'OPERATION_TOO_DEAR'],
  ['50 times movementTimeliness', 'analyst', `{ londonScp ${aliases(50, TIMELINESS)} }`, 'OPERATION_TOO_DEAR'],
  [
    'pages inside pages',
    'auditor',
    '{ accessRecords(first: 100) { edges { node { fields refused children } } } partnerships { ... on HoldsChildRecords { childRecordAccesses(first: 100) { edges { node { fields refused children } } } } } }',
    'OPERATION_TOO_DEAR',
  ],
];

describe.each(ATTACKS)('%s', (_, role, query, code) => {
  // Each attacker has an address, and so points, of their own.
  const place = ATTACKS.findIndex((attack) => attack[2] === query);
  const from = `127.0.1.${1 + place}`;

  it('is refused at the gateway, and reaches no subgraph', async () => {
    const token = role && bearer(await testHub.hub.token(role, { person: `attacker-${place}` }));
    const requestId = `attack-by-cost-${place}`;
    const headers = { 'x-request-id': requestId, ...token };
    const { status, codes } = await send(testHub.hub.apiUrl, JSON.stringify({ query }), headers, from);
    expect([status, codes]).toEqual([400, [code]]);
    expect(await subgraphsAsked(testHub, requestId)).toEqual([]);
  });

  it('is refused straight at the port of London, where nobody is the hub', async () => {
    const requestIdentity = role && { ...requestIdentityOf(role), isHub: false };
    const { data, codes } = await askDirectly(testHub, 'london-scp', requestIdentity, query, undefined, from);
    expect(data).toBeUndefined();
    // The schema is not told there at all; of the rest, what London alone serves has lower limits.
    expect(codes[0]).toMatch(
      /^(UNAUTHORIZED_FIELD_OR_TYPE|GRAPHQL_VALIDATION_FAILED|(OPERATION|DOCUMENT)_TOO_(LARGE|DEAR))$/,
    );
  });
});

describe('who uses up what there is', () => {
  const dear = aliases(3, NEIGHBOURS);

  it('is told when to ask again, while others are answered', async () => {
    const asked = [];
    for (let index = 0; index < 20; index++) {
      asked.push(await send(testHub.hub.apiUrl, JSON.stringify({ query: dear })));
      if (asked.at(-1)!.status === 429) break;
    }
    expect(asked.at(-1)!.codes).toEqual(['COST_LIMITED']);
    expect(Number(asked.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    const { errors } = await testHub.as('analyst')('{ localAuthorities { name } }');
    expect(errors).toBeUndefined();
  });

  it('at the port of London has to wait as well, by requests and by points, and the hub has not', async () => {
    const codes = new Set<unknown>();
    for (let index = 0; index < 200; index++) {
      const reply = await askDirectly(testHub, 'london-scp', null, `{ ${NEIGHBOURS} }`);
      for (const code of reply.codes) codes.add(code);
      if (codes.size > 0) break;
    }
    expect([...codes]).toEqual(['COST_LIMITED']);
    for (let index = 0; index < 200; index++) {
      const reply = await askDirectly(testHub, 'havering', null, '{ __typename }');
      for (const code of reply.codes) codes.add(code);
      if (codes.has('RATE_LIMITED')) break;
    }
    expect(codes).toContain('RATE_LIMITED');
    const { errors } = await testHub.as('analyst')(
      '{ localAuthorities { name } partnerships { name bodies { name } } }',
    );
    expect(errors).toBeUndefined();
  });
});

/** An auditor's questions reach records of single children. */
const purposeOf = (role: Role | null): Asker => (role === 'auditor' ? { purpose: 'AUDIT' } : {});

describe('what people ask', () => {
  it('passes: the standard introspection query, and every saved example', async () => {
    const ofTheSchema = await testHub.as('analyst')(getIntrospectionQuery());
    expect(ofTheSchema.errors).toBeUndefined();
    for (const { file, query, variables, role } of exampleFiles) {
      if (role === 'duty-team') continue;
      const { errors } = await testHub.as(role ?? 'analyst', { ...purposeOf(role), person: file })(query, variables);
      expect([file, errors]).toEqual([file, undefined]);
    }
  });

  it('is answered with lists as long as the schema says, on average', async () => {
    const { supergraphSdl, apiSchema } = referenceSupergraph();
    const rules = costRules(parse(supergraphSdl));
    const schema = apiSchema();
    const lengths: ListLengths = new Map();
    for (const { file, query, variables, role } of exampleFiles) {
      if (role === 'duty-team') continue;
      const asker = { ...purposeOf(role), person: `lists-of-${file}` };
      const { data, errors } = await testHub.as(role ?? 'analyst', asker)(query, variables);
      expect([file, errors]).toEqual([file, undefined]);
      noteLists(schema, parse(query), data, lengths);
    }
    const longer = [...lengths].flatMap(([coordinate, all]) => {
      const { assumedSize } = rules.ofField(...(coordinate.split('.') as [string, string]));
      const mean = all.reduce((sum, one) => sum + one, 0) / all.length;
      return assumedSize !== undefined && mean > assumedSize ? [`${coordinate}: ${mean} > ${assumedSize}`] : [];
    });
    expect(longer).toEqual([]);
    expect(lengths.get('Query.localAuthorities')).toContain(33);
    expect(lengths.size).toBeGreaterThan(40);
  });
});
