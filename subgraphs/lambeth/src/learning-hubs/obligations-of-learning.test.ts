import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { lambeth } from '../lambeth';

let hub: OpenSubgraph;
beforeAll(async () => void (hub = await openSubgraph(lambeth)));
afterAll(() => hub?.close());

it('judges what Lambeth is to do about incidents, reviews, hubs and scrutiny by what is recorded', async () => {
  const { data, errors } = await hub.ask(
    `{ _entities(representations: [{ __typename: "LambethPartnership", id: "lambeth" }]) {
        ... on LambethPartnership {
          obligations(on: "2026-10-31") { id clause { id } status reason lastMet nextDue }
          learningHubs(financialYear: "2025-26") { topic changeMakers steps { kind byRole doneOn } } } } }`,
  );
  expect(errors).toBeUndefined();
  const [answer] = data!['_entities'] as [
    { obligations: { id: string; status: string }[]; learningHubs: { changeMakers: string[]; steps: unknown[] }[] },
  ];
  const statuses = Object.fromEntries(answer.obligations.map(({ id, status }) => [id.split('/')[0], status]));
  expect(statuses).toMatchObject({
    'lambeth-incidents-recipients': 'MET',
    'lambeth-rapid-review-convened': 'NOT_ASSESSABLE',
    'lambeth-rapid-review-summaries': 'MET',
    'lambeth-rapid-review-sent': 'DUE',
    'lambeth-practice-review-decided': 'MET',
    'lambeth-practice-review-reviewer-recommended': 'MET',
    'lambeth-practice-review-harms-nobody': 'MET',
    'lambeth-learning-hubs-established': 'MET',
    'lambeth-learning-hubs-report-and-plan': 'MET',
    'lambeth-learning-hubs-change-makers': 'MET',
    'lambeth-learning-hubs-evaluated': 'DUE',
    'lambeth-disagreements-resolved': 'NOT_ASSESSABLE',
    'lambeth-scrutiny-leadership': 'MET',
  });
  expect(['DUE', 'OVERDUE']).toContain(statuses['lambeth-practice-review-final']);
  expect(answer.learningHubs.map(({ changeMakers, steps }) => [changeMakers.length, steps.length])).toEqual([
    [2, 6],
    [2, 6],
    [2, 5],
  ]);
});
