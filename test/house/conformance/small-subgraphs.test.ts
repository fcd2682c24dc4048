import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CHECKS, runChecks, Subject } from '@hub/conformance';
import {
  hasPython,
  makeHubKeyFiles,
  startGrown,
  type HubKeyFiles,
  type SmallSubgraph,
} from '../../support/small-subgraphs';

const TEMPLATE_IN_PYTHON = join(__dirname, '../../../packages/cli/templates/python');

let hub: HubKeyFiles;
beforeAll(async () => void (hub = await makeHubKeyFiles()));
afterAll(() => hub?.remove());

const inPython = hasPython ? it : it.skip;

/** Codes of the checks that did not pass, with what was found. */
async function notPassed({ url }: SmallSubgraph) {
  const results = await runChecks(new Subject(url, 'newham', hub.keys), CHECKS);
  return results.flatMap(({ check: { code }, outcome }) => (outcome.kind === 'passed' ? [] : [{ code, outcome }]));
}

// Neither offers to agree on a key: it need not.
const OFFERS_NO_KEY = [{ code: 'AGREED_KEY', outcome: { kind: 'skipped', reason: 'it offers none' } }];

it('the subgraph in plain JavaScript that has grown passes every check', async () => {
  const subgraph = await startGrown('javascript', hub.jwks);
  try {
    expect(await notPassed(subgraph)).toEqual(OFFERS_NO_KEY);
  } finally {
    await subgraph.close();
  }
});

inPython(
  'the subgraph in Python that has grown passes every check (skipped where there is no python3 of 3.9 or later)',
  async () => {
    const subgraph = await startGrown('python', hub.jwks);
    try {
      expect(await notPassed(subgraph)).toEqual(OFFERS_NO_KEY);
    } finally {
      await subgraph.close();
    }
  },
);

describe('the GraphQL of the one in Python', () => {
  const REFERENCE = { __typename: 'NewhamPartnership', id: 'newham' };
  const entity = (selection: string, variables = '') =>
    `query Q($r: [_Any!]!${variables}) { _entities(representations: $r) { ${selection} } }`;

  /** As a planner writes them, and as nobody should. */
  const OPERATIONS: [name: string, query: string, variables?: object][] = [
    ['aliases', entity('t: __typename ... on NewhamPartnership { a: id b: bodies { n: name } }')],
    ['a fragment on an interface', entity('... on LocalPartnership { bodies { id } } ... on HoldsMeetings { id }')],
    [
      'a fragment by name',
      `fragment F on NewhamPartnership { id bodies { ...B } } fragment B on Body { id name } ${entity('...F')}`,
    ],
    ['fields selected twice', entity('... on NewhamPartnership { bodies { id } bodies { name } }')],
    [
      '@include and @skip',
      entity(
        '... on NewhamPartnership @include(if: $yes) { id @skip(if: $yes) bodies @skip(if: false) { id } }',
        ', $yes: Boolean!',
      ),
      { yes: true },
    ],
    [
      'a default of a variable',
      entity(
        '... on NewhamPartnership { meetings(first: $n) { edges { node { id heldOn isSynthetic } } } }',
        ', $n: Int! = 2',
      ),
    ],
    ['a comment and commas', entity('... on NewhamPartnership { id, # its name\n bodies { id }, }')],
    [
      'no variables',
      '{ _entities(representations: [{ __typename: "NewhamPartnership", id: "newham" }, { __typename: "X" }]) { __typename } }',
    ],
    ['two operations, one named', `query Other { __typename } ${entity('__typename')}`],
    ['what is refused', entity('... on NewhamPartnership { id meetings(first: 101) { edges { cursor } } }')],
  ];
  const INVALID: [name: string, query: string][] = [
    ['an unknown field', entity('... on Body { nothing }')],
    ['a field without selections', entity('... on NewhamPartnership { bodies }')],
    ['selections of a scalar', entity('... on NewhamPartnership { id { a } }')],
    ['a required argument left out', entity('... on NewhamPartnership { meetings { edges { cursor } } }')],
    ['a fragment that is not there', entity('...F')],
    ['a fragment inside itself', `fragment F on NewhamPartnership { ...F } ${entity('...F')}`],
    ['a mutation', 'mutation { a }'],
    ['nothing selected', '{ }'],
    ['a text that is not closed', '{ _entities(representations: "'],
    ['brackets a thousand deep', `{ a(b: ${'['.repeat(5_000)}${']'.repeat(5_000)}) }`],
  ];

  let python: SmallSubgraph;
  let javaScript: SmallSubgraph;
  beforeAll(async () => {
    javaScript = await startGrown('javascript', hub.jwks);
    if (hasPython) python = await startGrown('python', hub.jwks);
  });
  afterAll(async () => {
    await javaScript?.close();
    await python?.close();
  });

  async function ask({ url }: SmallSubgraph, query: string, variables: object = {}) {
    const operation = {
      query,
      variables: { r: [REFERENCE], ...variables },
      operationName: query.includes('query Q') ? 'Q' : null,
    };
    const { status, text } = await new Subject(url, 'newham', hub.keys).ask(operation);
    const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: { path?: unknown }[] };
    return { status, data, paths: errors.map(({ path }) => path) };
  }

  inPython.each(OPERATIONS)('answers %s as the one in JavaScript does', async (_, query, variables = {}) => {
    const answer = await ask(python, query, variables);
    expect(answer).toEqual(await ask(javaScript, query, variables));
    expect(answer).toMatchObject({ status: 200, data: { _entities: expect.arrayContaining([expect.any(Object)]) } });
  });

  inPython.each(INVALID)('refuses %s as the one in JavaScript does', async (_, query) => {
    expect(await ask(python, query)).toEqual({ status: 400, data: undefined, paths: [undefined] });
    const { data = null, paths } = await ask(javaScript, query);
    expect([data, paths]).toEqual([null, expect.arrayContaining([undefined])]);
  });
});

describe('the signatures that the one in Python verifies', () => {
  /** RFC 8032, 7.1, tests 1 to 3: public key, message, signature. */
  const VECTORS = [
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ] as const;
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

  function verified(cases: readonly (readonly string[])[]): unknown {
    const script =
      'import ed25519, json, sys; print(json.dumps([ed25519.verifies(*map(bytes.fromhex, one)) for one in json.load(sys.stdin)]))';
    const { stdout } = spawnSync('python3', ['-B', '-c', script], {
      cwd: TEMPLATE_IN_PYTHON,
      input: JSON.stringify(cases),
    });
    return JSON.parse(String(stdout));
  }

  /** The same signature with another number that means the same (RFC 8032, 5.1.7: S must be below the order). */
  function malleated(signature: string): string {
    const s = Buffer.from(signature.slice(64), 'hex').reverse().toString('hex');
    const other = (BigInt(`0x${s}`) + ORDER).toString(16).padStart(64, '0');
    return signature.slice(0, 64) + Buffer.from(other, 'hex').reverse().toString('hex');
  }

  inPython('are those of RFC 8032', () => {
    expect(verified(VECTORS)).toEqual([true, true, true]);
  });

  inPython('are not of another message, of another key, cut, or written otherwise', () => {
    const [[key, message, signature], [otherKey]] = VECTORS;
    const wrong = [
      [key, '00', signature],
      [otherKey, message, signature],
      [key, message, signature.slice(0, -2)],
      [key.slice(2), message, signature],
      [key, message, malleated(signature)],
      ['f'.repeat(64), message, signature],
    ];
    expect(verified(wrong)).toEqual(wrong.map(() => false));
  });
});
