import { accessMatrix, type AccessRow } from '@hub/registry';
import { ROLE_NAMES } from '@hub/access';
import type { GraphQLField } from 'graphql';
import { askerOf, PARTNERSHIPS } from '../support/access/asker';
import { databaseContents } from '../support/access/database-contents';
import { sampleArguments } from '../support/access/sample-arguments';
import { askExample } from '../support/ask-example';
import { ordinary } from '../support/hostile-values';
import { referenceSupergraph } from '../support/reference-schema';
import { exampleFiles } from '../support/saved-examples';
import { startTestHub, type Ask, type Answer, type TestHub } from '../support/test-hub';

const { supergraphSdl, apiSchema } = referenceSupergraph();
const mutations = Object.values(apiSchema().getMutationType()!.getFields());
const matrix = accessMatrix(supergraphSdl).filter(({ type }) => type === 'Mutation');

let testHub: TestHub;
let before: Record<string, string>;
beforeAll(async () => {
  // By itself a partnership's system fetches what the hub has for it, and writes it down at home.
  testHub = await startTestHub({ relay: false });
  before = await atHome();
});
afterAll(() => testHub?.end());

/** Checksums of the tables of the partnerships' databases. */
async function atHome(): Promise<Record<string, string>> {
  const tables = Object.entries(await databaseContents(testHub));
  return Object.fromEntries(tables.filter(([table]) => PARTNERSHIPS.some((name) => table.startsWith(`${name}: `))));
}

/** Everybody who may call a mutation, of each partnership where the role names one. */
function* whoMay({ roles }: AccessRow): Generator<Ask> {
  for (const role of ROLE_NAMES.filter((role) => roles[role] !== 'no')) {
    for (const partnership of PARTNERSHIPS) {
      const asker = askerOf(role, partnership);
      const { organisation, purpose } = asker;
      yield testHub.as(role, {
        ...{ organisation, ...(purpose && { purpose }) },
        ...(asker.partnership && { partnership }),
      });
      if (!asker.partnership) break;
    }
  }
}

/** With what it refuses, and with what nobody would wonder at. */
async function call(ask: Ask, { name, args }: GraphQLField<unknown, unknown>): Promise<Answer[]> {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const variables = Object.fromEntries(args.map((arg) => [arg.name, ordinary(arg.type)]));
  return [
    await ask(`mutation { ${name}${sampleArguments(`Mutation.${name}`, args)} { userErrors { code } } }`),
    await ask(`mutation (${declared}) { ${name}(${given}) { userErrors { code } } }`, variables),
  ];
}

describe('nothing that is asked of the hub', () => {
  it('changes a byte in the database of a partnership', async () => {
    expect(Object.keys(before).length).toBeGreaterThan(100);
    for (const example of exampleFiles) expect((await askExample(testHub, example)).errors).toBeUndefined();
    let answered = 0;
    for (const mutation of mutations) {
      for (const ask of whoMay(matrix.find(({ field }) => field === mutation.name)!)) {
        const answers = await call(ask, mutation);
        answered += answers.filter(({ data }) => data?.[mutation.name]).length;
      }
    }
    expect(mutations.length).toBeGreaterThan(20);
    expect(answered).toBeGreaterThan(mutations.length);
    expect(await atHome()).toEqual(before);
  });

  it('bears a name of a partnership, as what it records', () => {
    const named = mutations.filter(({ name }) => /^(havering|lambeth|redbridge|triBorough)/.test(name));
    expect(named.map(({ name }) => name)).toEqual([]);
  });
});

it('what is asked of a partnership at home does', async () => {
  const ask = testHub.atHome('lambeth', 'business-manager');
  const input = { financialYear: '2030-31', approvedPence: 100, decisionReference: 'LAM/30', approvedOn: '2026-01-05' };
  const { data } = await ask(
    'mutation ($input: ApproveLocalBudgetInput!) { approveLocalBudget(input: $input) { userErrors { message } } }',
    { input },
  );
  expect(data).toEqual({ approveLocalBudget: { userErrors: [] } });
  const changed = Object.entries(await atHome()).filter(([table, sum]) => sum !== before[table]);
  // And the line that tells that something was written.
  expect(changed.map(([table]) => table).sort()).toEqual([
    'lambeth: public.local_budget',
    'lambeth: public.record_write',
  ]);
});
