import { londonScp } from '../../../subgraphs/london-scp/src/london-scp';
import { QUARTERS } from '../../support/years/days';
import * as event from '../../support/years/events';
import { openYear, type Standing, type Year } from '../../support/years/open-year';

const EXECUTIVE = 'london-scp-executive';
const SECTORS = ['LOCAL_AUTHORITY', 'POLICE', 'NHS'];
const [LOCAL_GOVERNMENT, POLICE, NHS] = [
  event.memberOf({ agencyId: 'london-local-government', seatId: `${EXECUTIVE}:1` }),
  event.memberOf({ agencyId: 'metropolitan-police', seatId: `${EXECUTIVE}:2` }),
  event.memberOf({ agencyId: 'integrated-care-systems', seatId: `${EXECUTIVE}:6` }),
];
const TESTS = ['speak-with-authority', 'take-decisions', 'hold-to-account'];
const NETWORK = 'network:online-harms';

/** How the year ends if all is kept, by the clauses. */
const KEPT: Standing = {
  'accountable-to-local-partnerships': 'NOT_ASSESSABLE',
  'mutually-accountable': 'NOT_ASSESSABLE',
  'escalation-to-celc': 'NOT_ASSESSABLE',
  'chair-agreed': 'MET',
  'seats-local-authorities': 'MET',
  'seats-police': 'MET',
  'seat-mopac': 'MET',
  'seat-nhs-england': 'MET',
  'seat-integrated-care-systems': 'MET',
  'seat-london-councils': 'MET',
  'delegates-nominated': 'NOT_ASSESSABLE',
  'delegates-authority': 'MET',
  'executive-meets': 'MET',
  'decisions-signed-off': 'MET',
  'executive-quorum': 'NOT_SPECIFIED',
  'co-ordinator': 'MET',
  'support-officer': 'MET',
  'members-invited-to-contribute': 'NOT_ASSESSABLE',
  'funding-agreed': 'MET',
  'networks-invited': 'MET',
  'terms-of-reference-review': 'NOT_SPECIFIED',
};

describe('a year of the London Safeguarding Children Partnership, 2025-26', () => {
  let year: Year;
  beforeAll(async () => {
    year = await openYear(londonScp, null);
  });
  afterAll(() => year.close());

  const delegate = (authorityTests: readonly string[]) => ({ ...POLICE, isDelegate: true, authorityTests });
  const meet = (heldOn: string, police: event.Came) =>
    year.record('recordExecutiveMeeting', {
      ...{ reference: `EX/${heldOn}`, bodyId: EXECUTIVE, heldOn, attendance: [LOCAL_GOVERNMENT, police, NHS] },
    });
  async function decide(reference: string, kind: string, decidedOn: string, sectors: readonly string[] = SECTORS) {
    const decision = { reference, kind, decidedOn, title: 'As proposed', amountPence: kind === 'FUNDING' ? 100 : null };
    await year.record('recordExecutiveDecision', decision);
    for (const sector of sectors) {
      await year.record('signOffDecision', { reference, sector, signedOn: decidedOn, byRole: 'Lead representative' });
    }
  }
  const chairOf = (reference: string, sector: string, appointedOn: string) => ({
    ...{ reference, bodyId: EXECUTIVE, office: 'CHAIR', roleTitle: 'Chief executive', sector, appointedOn },
  });
  const post = (reference: string, kind: string, appointedOn: string) => ({
    ...{ reference, post: kind, roleTitle: 'Officer of London Councils', appointedOn },
  });

  it('is not judged while nothing is recorded, and not asked where the document is silent', async () => {
    const standing = await year.standing('2026-03-31');
    expect(Object.keys(standing)).toEqual(Object.keys(KEPT));
    expect(new Set(Object.values(standing))).toEqual(new Set(['NOT_SPECIFIED', 'NOT_ASSESSABLE']));
  });

  it('is kept as the terms of reference promise', async () => {
    await event.appoint(year, EXECUTIVE, [1, 2, 3, 4, 5, 6, 7], '2025-04-01');
    await year.record('recordAppointment', post('POST/1', 'CO_ORDINATOR', '2025-04-01'));
    await year.record('recordAppointment', post('POST/2', 'SUPPORT_OFFICER', '2025-04-01'));
    const agreed = { agreedBy: ['CHIEF_EXECUTIVES_LONDON_COMMITTEE'], agreedOn: '2025-03-20' };
    await year.record('appointChair', { ...chairOf('2025', 'LOCAL_AUTHORITY', '2025-04-01'), ...agreed });
    for (const month of QUARTERS) await meet(`${month}-16`, delegate(TESTS));
    await decide('D/1', 'FUNDING', '2025-04-16');
    await decide('D/2', 'NETWORK', '2025-04-16');
    const proposal = { name: 'Online harms', remit: 'Online harms in London.', themes: ['Online harms'] };
    await year.record('proposeNetwork', { ...proposal, decisionReference: 'D/2' });
    const support = { networkId: NETWORK, decisionReference: 'D/2', supportedFrom: '2025-05-01' };
    await year.record('activateNetwork', { ...support, supportGiven: ['ADMIN'] });
    await year.record('inviteNetworkReport', { networkId: NETWORK, invitedOn: '2025-06-02' });
    expect(await year.standing('2026-03-31')).toEqual(KEPT);
  });

  it('meets with a delegate who may speak for the police and not decide', async () => {
    expect(await year.changedBy('2026-04-15', () => meet('2026-04-15', delegate(['speak-with-authority'])))).toEqual({
      ...{ 'executive-meets': 'MET', 'delegates-authority': 'BREACHED' },
    });
  });

  it('awaits the NHS on a decision about money, on which nothing is spent meanwhile', async () => {
    const deciding = () => decide('D/3', 'FUNDING', '2026-04-15', ['LOCAL_AUTHORITY', 'POLICE']);
    const awaited = { 'decisions-signed-off': 'DUE', 'funding-agreed': 'DUE' };
    expect(await year.changedBy('2026-04-30', deciding)).toEqual(awaited);
    await year.record('openFinancialYear', { financialYear: '2026-27' });
    const spent = { reference: 'E/1', financialYear: '2026-27', description: 'A conference', amountPence: 100 };
    const refusal = await year.refusal('recordExpenditure', {
      ...spent,
      spentOn: '2026-05-01',
      decisionReference: 'D/3',
    });
    expect(refusal).toEqual([['DECISION_NOT_SIGNED_OFF', 'decisionReference']]);
    const signing = { reference: 'D/3', sector: 'NHS', signedOn: '2026-05-06', byRole: 'Chief nurse' };
    expect(await year.changedBy('2026-05-06', () => year.record('signOffDecision', signing))).toEqual({
      ...{ 'decisions-signed-off': 'MET', 'funding-agreed': 'MET' },
    });
  });

  it('invites the chair of a network a day late after twelve months', async () => {
    expect(await year.changedBetween('2026-06-02', '2026-06-03')).toEqual({ 'networks-invited': 'OVERDUE' });
    const inviting = () => year.record('inviteNetworkReport', { networkId: NETWORK, invitedOn: '2026-06-03' });
    expect(await year.changedBy('2026-06-03', inviting)).toEqual({ 'networks-invited': 'BREACHED' });
  });

  it('takes no second commander of the police, and has none from the day after the commander leaves', async () => {
    const second = { reference: 'EX/3-2', seatId: `${EXECUTIVE}:3`, roleTitle: 'Commander', appointedOn: '2026-06-08' };
    expect(await year.refusal('recordAppointment', second)).toEqual([['SEAT_FULL', 'seatId']]);
    await year.record('endAppointment', { reference: `${EXECUTIVE}/3`, endedOn: '2026-06-12' });
    expect(await year.changedBetween('2026-06-12', '2026-06-13')).toEqual({ 'seats-police': 'OVERDUE' });
  });

  it('has its Co-ordinator, and no Support Officer', async () => {
    await year.record('endAppointment', { reference: 'POST/2', endedOn: '2026-06-19' });
    expect(await year.changedBetween('2026-06-19', '2026-06-20')).toEqual({ 'support-officer': 'OVERDUE' });
  });

  it('does not meet in a quarter', async () => {
    expect(await year.changedBetween('2026-06-30', '2026-07-01')).toEqual({ 'executive-meets': 'DUE' });
    expect(await year.changedBetween('2026-09-30', '2026-10-01')).toEqual({ 'executive-meets': 'OVERDUE' });
    expect(await year.changedBy('2026-10-07', () => meet('2026-10-07', POLICE))).toEqual({
      'executive-meets': 'BREACHED',
    });
  });

  it('has a chair of another sector refused, and a chief executive whom the committee did not agree', async () => {
    const other = await year.refusal('appointChair', chairOf('2026', 'POLICE', '2026-10-12'));
    expect(other).toEqual([['NOT_AS_ARRANGED', 'sector']]);
    const appointing = () => year.record('appointChair', chairOf('2026', 'LOCAL_AUTHORITY', '2026-10-12'));
    expect(await year.changedBy('2026-10-12', appointing)).toEqual({ 'chair-agreed': 'BREACHED' });
  });
});
