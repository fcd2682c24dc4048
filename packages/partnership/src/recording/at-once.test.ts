import { join } from 'node:path';
import { BodyDecisionKind, LearningParty, PracticeReviewKind, ReviewStepKind, SeatCapacity } from '@hub/contract';
import { atOnce } from '../../../../test/support/at-once';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { refusalCodes } from '../../../../test/support/refusal-codes';
import { definePartnership } from '../define-partnership';

const havering = definePartnership({
  ...{ id: 'havering', typeName: 'HaveringPartnership', localAuthorities: ['E09000016'] },
  factsFolder: join(__dirname, '../../../../subgraphs/havering/facts'),
});
const PARTNERS = ['havering-council-childrens-services', 'nel-ccg', 'met-police-east-area-bcu'];
const reason = 'Recorded by mistake';

describe('what two callers record at the same moment', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(havering, { demo: false });
  });
  afterAll(() => subgraph?.close());

  const codesOf = (mutation: string, input: object) => refusalCodes(subgraph, mutation, input);
  const record = async (mutation: string, input: object) => expect(await codesOf(mutation, input)).toEqual([]);
  const both = (first: [string, object], second: [string, object]) =>
    atOnce(
      subgraph.dataSource,
      () => codesOf(...first),
      () => codesOf(...second),
    );

  const meeting = (reference: string) => ({
    ...{ reference, bodyId: 'havering-executive', heldOn: '2026-09-01' },
    attendance: PARTNERS.map((agencyId) => ({ agencyId, capacity: SeatCapacity.MEMBER, role: 'Director' })),
  });
  const signOff = (meetingReference: string, agencyId: string) => ({
    ...{ meetingReference, agencyId, signedOn: '2026-09-10', byRole: 'Director' },
  });
  const published = (reference: string) => ({
    ...{ reference, redactedUrl: 'https://example.org/minutes', publishedOn: '2026-09-20' },
  });
  async function signedMeeting(reference: string) {
    await record('recordMeeting', meeting(reference));
    for (const agencyId of PARTNERS) await record('recordSignOff', signOff(reference, agencyId));
  }
  const withdrawnSignOff = (meetingReference: string) => ({ meetingReference, agencyId: PARTNERS[0], reason });

  it('publishes no minutes of which a sign-off is withdrawn meanwhile (HAV-13)', async () => {
    await signedMeeting('EX/1');
    expect(
      await both(['withdrawPartnerSignOff', withdrawnSignOff('EX/1')], ['publishMinutes', published('EX/1')]),
    ).toEqual([[], ['MINUTES_NOT_SIGNED_OFF']]);
  });

  it('withdraws no sign-off of minutes that are published meanwhile', async () => {
    await signedMeeting('EX/2');
    expect(
      await both(['publishMinutes', published('EX/2')], ['withdrawPartnerSignOff', withdrawnSignOff('EX/2')]),
    ).toEqual([[], ['MINUTES_PUBLISHED']]);
  });

  it('signs off no minutes of a meeting that is withdrawn meanwhile', async () => {
    await record('recordMeeting', meeting('EX/3'));
    expect(
      await both(['withdrawMeeting', { reference: 'EX/3', reason }], ['recordSignOff', signOff('EX/3', PARTNERS[0]!)]),
    ).toEqual([[], ['MEETING_UNKNOWN']]);
  });

  it('publishes no practice review of which a step is withdrawn meanwhile (TRI-28)', async () => {
    const review = 'LCSPR/1';
    await record('recordPracticeReview', {
      ...{ reference: review, kind: PracticeReviewKind.LOCAL, initiatedOn: '2026-01-05' },
    });
    const steps: [ReviewStepKind, LearningParty | null, string][] = [
      [ReviewStepKind.FINAL_COMPLETED, null, '2026-06-01'],
      [ReviewStepKind.ANONYMITY_SIGNED_OFF, null, '2026-06-02'],
      [ReviewStepKind.SENT, LearningParty.NATIONAL_PANEL, '2026-06-03'],
      [ReviewStepKind.SENT, LearningParty.SECRETARY_OF_STATE, '2026-06-03'],
    ];
    for (const [index, [kind, party, doneOn]] of steps.entries()) {
      const step = { reference: `${review}-${index}`, reviewReference: review, kind, party, doneOn };
      await record('recordReviewStep', step);
    }
    expect(
      await both(
        ['withdrawReviewStep', { reference: `${review}-1`, reason }],
        ['publishPracticeReview', { reference: review, publishedOn: '2026-07-01' }],
      ),
    ).toEqual([[], ['ANONYMITY_NOT_SIGNED_OFF']]);
  });

  it('keeps no sign-off of a decision that becomes another meanwhile (HAV-11)', async () => {
    const decision = {
      ...{ reference: 'D/1', bodyId: 'havering-executive', kind: BodyDecisionKind.KEY_DECISION },
      ...{ title: 'To publish the report', decidedOn: '2026-09-01' },
    };
    await record('recordBodyDecision', decision);
    const signed = { decisionReference: 'D/1', agencyId: PARTNERS[0], signedOn: '2026-09-02', byRole: 'Director' };
    expect(
      await both(
        ['recordSignOff', signed],
        ['correctBodyDecision', { ...decision, title: 'Not to publish the report', reason }],
      ),
    ).toEqual([[], []]);
    expect(await subgraph.dataSource.query(`SELECT FROM partner_sign_off WHERE subject = 'DECISION'`)).toEqual([]);
  });
});
