import {
  buildClientSchema,
  getIntrospectionQuery,
  isObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import { askExample } from '../../support/ask-example';
import { asACacheAsks, ThingsSeen } from '../../support/cache/things-seen';
import { wideSelections } from '../../support/cache/wide-questions';
import { exampleFiles } from '../../support/saved-examples';
import { groupTestHub } from '../../support/one-hub';
import type { Ask, TestHub } from '../../support/test-hub';

/** How many ways one question goes, unless that costs too much. */
const AT_ONCE = 20;

/** Are there only until a partnership's system has fetched them. */
const ON_THEIR_WAY = ['MovementDelivery', 'MovementMessage'];

const purpose = 'CROSS_BOUNDARY_MOVEMENT' as const;
const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022', purpose };
const HAVERING = { partnership: 'havering', organisation: 'E09000016', purpose };

/** The shortest way to a record is by one movement, of which not everybody is a party. */
const OF_OWN_MOVEMENTS =
  'movements(first: 5) { edges { node { originRecord { id status } destinationRecord { id status } } } }';

/** Not every partnership has these, nor the first of each list. */
const OF_FEW_PARTNERSHIPS = `partnerships {
  ... on HoldsMeetings { business { scheduledMeetings(first: 20) { edges { node { id agendaRequests { id title } } } } } }
  ... on WorksWithGroups { boardContacts(first: 5) { edges { node { id kind heldOn } } } }
  ... on SignsMemberAgreement {
    memberSignatures { id signedOn } confidentialityPermissions(first: 5) { edges { node { id permittedOn } } }
  }
  ... on ComposesGroups { compositions { id statement } }
  ... on LearnsFromReviews { practiceReviews(first: 20) { edges { node { id dissemination { id channel } } } } }
}`;

const seen = new ThingsSeen();
let testHub: TestHub;
let schema: GraphQLSchema;

beforeAll(async () => {
  testHub = await groupTestHub();
  const { data } = await testHub.as('analyst')(getIntrospectionQuery());
  schema = buildClientSchema(data as IntrospectionQuery);
  for (const partnership of ['lambeth', 'havering']) await recordAndCorrect(partnership);
  await arrive();
});
afterAll(() => testHub?.end());

describe('an id', () => {
  it('that stands for two things is found', () => {
    const two = new ThingsSeen();
    two.keep(
      [
        { __typename: 'Agency', id: 'a', name: 'One' },
        { __typename: 'Agency', id: 'a', sector: 'NHS' },
      ],
      'x',
    );
    expect([...two.clashes]).toEqual([]);
    two.keep({ __typename: 'Agency', id: 'a', name: 'Two' }, 'x');
    two.keep({ __typename: 'Body', id: 'a' }, 'x');
    expect([...two.clashes]).toEqual(['Agency a has two name: ["One","Two"]', 'a is a Agency and a Body']);
  });

  it('stands for one thing in the answers to all saved examples', async () => {
    for (const example of exampleFiles) {
      const { data } = await askExample(testHub, { ...example, query: asACacheAsks(schema, example.query) });
      seen.keep(data, String(example.role));
    }
    expect([...seen.clashes]).toEqual([]);
    expect(seen.count).toBeGreaterThan(300);
  });

  it('stands for one thing, on whichever way one comes to it, and whoever asks', async () => {
    const askers: readonly [name: string, Ask][] = [
      ['analyst', testHub.as('analyst')],
      ['duty-team', testHub.as('duty-team', LAMBETH)],
      ['duty-team of Havering', testHub.as('duty-team', HAVERING)],
      ['partnership-system', testHub.as('partnership-system', LAMBETH)],
    ];
    const selections = [...wideSelections(schema), OF_OWN_MOVEMENTS, OF_FEW_PARTNERSHIPS];
    for (const [name, ask] of askers) {
      for (let place = 0; place < selections.length; place += AT_ONCE) {
        await askFor(selections.slice(place, place + AT_ONCE), name, ask);
      }
    }
    expect([...seen.clashes]).toEqual([]);
    // Whatever has an id was seen.
    const withId = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && 'id' in type.getFields());
    const unseen = withId
      .map(({ name }) => name)
      .filter((name) => !seen.types.has(name) && !ON_THEIR_WAY.includes(name));
    expect(unseen).toEqual([]);
  });
});

/** Each is the first in the history of its partnership. */
async function recordAndCorrect(partnership: string): Promise<void> {
  const training = { reference: 'T-1', teachesEditionId: 'london-procedures:2024-04', heldOn: '2026-05-05' };
  const home = testHub.atHome(partnership, 'business-manager');
  const recorded = await home(
    'mutation ($input: RecordProcedureTrainingInput!) { recordProcedureTraining(input: $input) { userErrors { code } } }',
    { input: { ...training, title: `Threshold of ${partnership}` } },
  );
  const corrected = await home(
    'mutation ($input: CorrectProcedureTrainingInput!) { correctProcedureTraining(input: $input) { userErrors { code } } }',
    { input: { ...training, title: `Thresholds of ${partnership}`, reason: 'The title was misread.' } },
  );
  expect([recorded.data.recordProcedureTraining, corrected.data.correctProcedureTraining]).toEqual(
    Array(2).fill({ userErrors: [] }),
  );
}

/** A child of Lambeth arrives at Redbridge without a notice. */
async function arrive(): Promise<void> {
  const arrival = { id: 'movement:arrival', childPseudonym: 'p1:1:arrival', arrivedOn: '2026-05-05', isOpen: true };
  const parties = { origin: 'E09000022', destination: 'E09000026' };
  const { data } = await testHub.as('partnership-system', {
    ...{ partnership: 'redbridge', purpose: 'CROSS_BOUNDARY_MOVEMENT' },
  })('mutation ($input: RecordArrivalsInput!) { recordArrivals(input: $input) { recorded userErrors { code } } }', {
    input: { arrivals: [{ ...arrival, ...parties }] },
  });
  expect(data.recordArrivals).toEqual({ recorded: [arrival.id], userErrors: [] });
}

async function askFor(selections: readonly string[], name: string, ask: Ask): Promise<void> {
  const { data, errors = [] } = await ask(asACacheAsks(schema, `{ ${selections.join(' ')} }`));
  const isTooMuch = errors.some(({ extensions }) => /^OPERATION_TOO_/.test(String(extensions?.['code'])));
  if (!isTooMuch) return void seen.keep(data, name);
  const half = Math.ceil(selections.length / 2);
  await askFor(selections.slice(0, half), name, ask);
  if (half < selections.length) await askFor(selections.slice(half), name, ask);
}
