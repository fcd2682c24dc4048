import { join } from 'node:path';
import { SeatCapacity } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../test/support/request-identities';
import { definePartnership } from '../define-partnership';

const havering = definePartnership({
  ...{ id: 'havering', typeName: 'HaveringPartnership', localAuthorities: ['E09000016'] },
  factsFolder: join(__dirname, '../../../../subgraphs/havering/facts'),
});
const HISTORY = `{ _entities(representations: [{ __typename: "HaveringPartnership", id: "havering" }]) {
  ... on HaveringPartnership { recordChanges(first: 9) { edges { node { recordType was { field value } } } } } } }`;

describe('the history of what a partnership recorded', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(havering, { demo: false });
    const attendance = [{ agencyId: 'nel-ccg', capacity: SeatCapacity.MEMBER, role: 'Director' }];
    const meeting = { reference: 'M/1', bodyId: 'havering-executive', heldOn: '2026-09-01', attendance };
    const mutations = [
      ['recordMeeting', 'RecordMeetingInput', meeting],
      ['withdrawMeeting', 'WithdrawMeetingInput', { reference: 'M/1', reason: 'It was put off' }],
    ] as const;
    for (const [mutation, type, input] of mutations) {
      const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code } } }`;
      const { data } = await subgraph.ask(text, { input });
      expect(data).toEqual({ [mutation]: { userErrors: [] } });
    }
  });
  afterAll(() => subgraph?.close());

  it('shows who came to a meeting to those who may read that of the meeting', async () => {
    const { data, errors } = await subgraph.ask(HISTORY, {}, requestIdentityOf('analyst'));
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('Director');
  });

  it.each(['chair', 'statutory-partner-police', 'lay-member'] as const)('shows nothing of it to a %s', async (role) => {
    const partnership = role === 'lay-member' ? 'havering' : null;
    const { data, errors } = await subgraph.ask(HISTORY, {}, requestIdentityOf(role, { partnership }));
    expect(JSON.stringify(data)).not.toContain('Director');
    expect(errors).not.toBeUndefined();
  });
});
