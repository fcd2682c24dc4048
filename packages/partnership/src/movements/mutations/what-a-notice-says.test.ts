import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { mutationNamed } from '../../../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';

/** From Hammersmith to Kensington, which one partnership covers: so it has both sides. */
const [HAMMERSMITH, KENSINGTON, REDBRIDGE] = ['E09000013', 'E09000020', 'E09000026'] as const;
/** Of the range that is never issued. */
const [CHILD, SISTER] = ['9990000018', '9990000026'];
const own = { partnership: 'tri-borough', purpose: 'CROSS_BOUNDARY_MOVEMENT', isAtHome: true } as const;
const duty = (organisation: string) =>
  requestIdentityOf('duty-team', { ...own, organisation, person: `duty-${organisation}` });
const today = todayInLondon();
const daysFromNow = (days: number) => fromDayNumber(toDayNumber(today) + days);
const PROSE = 'The tenancy ended, and a flat was offered.';

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

let subgraph: OpenSubgraph;
beforeAll(async () => {
  const factsFolder = join(__dirname, '../../../../../subgraphs/tri-borough/facts');
  const covers = { localAuthorities: [HAMMERSMITH, KENSINGTON], factsFolder };
  const definition = definePartnership({ id: 'tri-borough', typeName: 'TriBoroughPartnership', ...covers });
  subgraph = await openSubgraph(definition, { demo: false });
});
afterAll(() => subgraph?.close());
afterEach(() => subgraph.dataSource.query('TRUNCATE child_record, movement_outbox, movement_event'));

async function ask(query: string, variables: object, who: RequestIdentity): Promise<Data> {
  const { data, errors } = await subgraph.askOwn(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

/** What a mutation answers; its errors as code and field. */
async function run(name: string, input: object, who = duty(HAMMERSMITH)): Promise<Data> {
  const query = `mutation ($input: ${name}Input!) { done: ${mutationNamed(name)}(input: $input) {
    movement step userErrors { field code } } }`;
  const { done } = await ask(query, { input }, who);
  return { ...done, errors: done.userErrors.map(({ field, code }: Data) => [code, field.slice(1).join('.')]) };
}

const noticeOf = (more: object = {}) => ({
  ...{ id: randomUUID(), nhsNumber: CHILD, dateOfBirth: daysFromNow(-9 * 365), category: 'CHILD_PROTECTION_PLAN' },
  ...{ origin: HAMMERSMITH, destination: KENSINGTON, permanence: 'PERMANENT', planning: 'PLANNED' },
  ...{ hasStatutoryOrder: false, ...more },
});
async function notified(more: object = {}): Promise<string> {
  const { movement, errors } = await run('NotifyMovement', noticeOf(more));
  expect(errors).toEqual([]);
  return movement;
}
async function step(movement: string, move: string, more: object = {}, who = duty(HAMMERSMITH)) {
  return (await run('TakeMovementStep', { id: randomUUID(), movement, move, ...more }, who)).errors;
}
const movementAs = async (who: RequestIdentity, id: string, fields: string) =>
  (await ask(`query ($id: ID!) { movement(id: $id) { ${fields} } }`, { id }, who)).movement;
const sentData = async () =>
  (
    await subgraph.dataSource.query<{ data: Data }[]>(
      `SELECT body #> '{event,data}' AS data FROM movement_outbox ORDER BY sequence`,
    )
  ).map(({ data }) => data);

describe('a notice that a duty manager can act on', () => {
  const said = {
    ...{ legalStatus: 'INTERIM_CARE_ORDER', reasonForMove: PROSE, interimProtection: 'Visited weekly by both.' },
    ...{ lastSeenOn: daysFromNow(-2), nextVisitOn: daysFromNow(5), toTell: ['HEALTH', 'SCHOOL'] },
  };
  const FIELDS = 'legalStatus reasonForMove interimProtection lastSeenOn nextVisitOn toTell';

  it('says it to both sides, and as it is amended', async () => {
    const movement = await notified({ ...said, hasStatutoryOrder: true });
    for (const who of [duty(HAMMERSMITH), duty(KENSINGTON)]) {
      expect((await movementAs(who, movement, `notice { ${FIELDS} }`)).notice).toEqual(said);
    }
    const amendment = { id: randomUUID(), movement, reason: 'They were seen.', lastSeenOn: today, toTell: ['POLICE'] };
    expect((await run('AmendNotice', amendment)).errors).toEqual([]);
    const { notice } = await movementAs(duty(KENSINGTON), movement, `notice { ${FIELDS} }`);
    expect(notice).toEqual({ ...said, lastSeenOn: today, toTell: ['POLICE'] });
  });

  it.each<[string, string, object]>([
    ['LEGAL_STATUS_DISAGREES', 'legalStatus', { legalStatus: 'CARE_ORDER' }],
    ['DATE_IN_FUTURE', 'lastSeenOn', { lastSeenOn: daysFromNow(1) }],
    ['BORN_LATER', 'lastSeenOn', { lastSeenOn: daysFromNow(-10 * 365) }],
    ['DATE_IMPLAUSIBLE', 'nextVisitOn', { lastSeenOn: today, nextVisitOn: daysFromNow(-1) }],
    ['NAMES_SOMEBODY', 'reasonForMove', { reasonForMove: 'The family moves; ring 020 7946 0012.' }],
    ['TOO_LONG', 'interimProtection', { interimProtection: 'The family is visited. '.repeat(50) }],
    ['NO_HOUSING_NOTICE', 'housingNoticeParts', { housingNoticeParts: ['ADDRESS'] }],
  ])('is refused at home: %s of %s', async (code, field, more) => {
    expect((await run('NotifyMovement', noticeOf(more))).errors).toEqual([[code, field]]);
    expect(await subgraph.dataSource.query('SELECT 1 FROM child_record')).toEqual([]);
  });

  it('of a household says which parts of the housing notice were given, and shows those that were not', async () => {
    const movement = await notified({
      ...{ category: 'HOMELESSNESS_TEMPORARY_ACCOMMODATION', accommodationAvailableOn: today },
      housingNoticeParts: ['ADDRESS', 'AVAILABLE_FROM'],
    });
    const shown = 'notice { housingNoticeParts housingNoticePartsMissing }';
    expect((await movementAs(duty(KENSINGTON), movement, shown)).notice).toEqual({
      housingNoticeParts: ['ADDRESS', 'AVAILABLE_FROM'],
      housingNoticePartsMissing: ['APPLICANT', 'OTHERS_OF_THE_HOUSEHOLD', 'FUNCTION'],
    });
  });
});

describe('a child who must not be found', () => {
  const TEAM = { name: 'Assessment team', contact: 'assessment@example.org' };
  const recordAs = async (code: string, side: string, movement: string) =>
    (
      await ask(
        'query ($id: ID!) { childRecord(id: $id) { isShielded team { name } } }',
        { id: `tri-borough/${movement}/${side}` },
        duty(code),
      )
    ).childRecord;
  async function expectTeams(movement: string, isShown: boolean) {
    const team = isShown ? { name: TEAM.name } : null;
    expect((await recordAs(KENSINGTON, 'origin', movement)).team).toEqual(team);
    expect((await recordAs(HAMMERSMITH, 'destination', movement)).team).toEqual(team);
  }
  async function withTeams(movement: string): Promise<string> {
    for (const code of [HAMMERSMITH, KENSINGTON]) {
      expect((await run('UpdateChildRecord', { movement, team: TEAM }, duty(code))).errors).toEqual([]);
    }
    return movement;
  }

  it('is shielded by both sides from the notice on, until the side that said so takes it back', async () => {
    const movement = await withTeams(await notified({ isShielded: true }));
    await expectTeams(movement, false);
    expect(await recordAs(HAMMERSMITH, 'origin', movement)).toEqual({ isShielded: true, team: { name: TEAM.name } });
    expect(await recordAs(KENSINGTON, 'destination', movement)).toEqual({
      isShielded: false,
      team: { name: TEAM.name },
    });
    expect(await movementAs(duty(KENSINGTON), movement, 'shieldedBy')).toEqual({ shieldedBy: ['ORIGIN'] });
    const lift = { isShielded: false };
    expect(await step(movement, 'RECORD_SHIELDING', lift, duty(KENSINGTON))).toEqual([['NOT_SHIELDED', 'isShielded']]);
    expect(await step(movement, 'RECORD_SHIELDING', lift)).toEqual([]);
    await expectTeams(movement, true);
  });

  it('is shielded by the record too, which tells the other side by a step, once', async () => {
    const movement = await withTeams(await notified());
    await expectTeams(movement, true);
    const input = { movement, isShielded: true };
    expect(await run('UpdateChildRecord', input, duty(KENSINGTON))).toMatchObject({ step: 'PENDING', errors: [] });
    expect(await run('UpdateChildRecord', input, duty(KENSINGTON))).toMatchObject({ step: null, errors: [] });
    await expectTeams(movement, false);
    const { steps } = await movementAs(duty(HAMMERSMITH), movement, 'steps { move side isShielded }');
    expect(steps.slice(1)).toEqual([{ move: 'RECORD_SHIELDING', side: 'DESTINATION', isShielded: true }]);
    await run('UpdateChildRecord', { movement, isShielded: false }, duty(KENSINGTON));
    await expectTeams(movement, true);
  });

  it('who arrived without a notice stays shielded when it comes', async () => {
    const arrival = { id: randomUUID(), nhsNumber: CHILD, dateOfBirth: daysFromNow(-9 * 365), isShielded: true };
    const { errors } = await run(
      'RecordArrival',
      { ...arrival, origin: HAMMERSMITH, arrivedOn: today },
      duty(KENSINGTON),
    );
    expect(errors).toEqual([]);
    const movement = await notified();
    await run('UpdateChildRecord', { movement, team: TEAM }, duty(KENSINGTON));
    expect((await recordAs(HAMMERSMITH, 'destination', movement)).team).toBeNull();
  });
});

describe('what is recorded beside the procedure', () => {
  it('organisations that each side tells, with their own acknowledgement', async () => {
    const movement = await notified({ toTell: ['SCHOOL'] });
    const knows = ['RECORD_ORGANISATION_ACKNOWLEDGEMENT', { organisation: 'SCHOOL' }] as const;
    expect(await step(movement, ...knows)).toEqual([['NOT_TOLD', 'organisation']]);
    expect(await step(movement, 'RECORD_ORGANISATION_TOLD', { organisation: 'SCHOOL' })).toEqual([]);
    expect(await step(movement, ...knows)).toEqual([]);
    const shown = await movementAs(
      duty(KENSINGTON),
      movement,
      'organisations { kind side toldAt acknowledgedAt } awaiting { move authority }',
    );
    expect(shown.organisations).toEqual([
      { kind: 'SCHOOL', side: 'ORIGIN', toldAt: expect.any(String), acknowledgedAt: expect.any(String) },
      { kind: 'SCHOOL', side: 'DESTINATION', toldAt: null, acknowledgedAt: null },
    ]);
    expect(shown.awaiting).toContainEqual({ move: 'RECORD_ORGANISATION_TOLD', authority: KENSINGTON });
  });

  it('a conference that is booked, and what it decided', async () => {
    const movement = await notified();
    const day = { conferenceOn: daysFromNow(10) };
    expect(await step(movement, 'BOOK_CONFERENCE', day)).toEqual([['NOT_THIS_SIDE', 'side']]);
    const early = await step(movement, 'BOOK_CONFERENCE', { conferenceOn: daysFromNow(-9) }, duty(KENSINGTON));
    expect(early).toEqual([['DATE_IMPLAUSIBLE', 'conferenceOn']]);
    expect(await step(movement, 'BOOK_CONFERENCE', day, duty(KENSINGTON))).toEqual([]);
    await step(movement, 'SHARE_INFORMATION', { transferPack: [{ title: 'Plan', sha256: 'a'.repeat(64) }] });
    await step(movement, 'ACCEPT', {}, duty(KENSINGTON));
    const chair = requestIdentityOf('conference-chair', { ...own, organisation: KENSINGTON, person: 'chair' });
    expect(await step(movement, 'HOLD_CONFERENCE', { conferenceOutcome: 'CHILD_IN_NEED_PLAN' }, chair)).toEqual([]);
    const { conference } = await movementAs(duty(HAMMERSMITH), movement, 'conference { bookedFor heldAt outcome }');
    expect(conference).toEqual({
      ...{ bookedFor: daysFromNow(10), heldAt: expect.any(String), outcome: 'CHILD_IN_NEED_PLAN' },
    });
  });

  it('a decision not to share, with its reason and who took it', async () => {
    const movement = await notified();
    const decision = { withheld: 'Where the father lives.', reason: 'It would put the mother at risk.' };
    const bad = { ...decision, withheld: 'Mail x@example.org' };
    expect(await step(movement, 'DECIDE_NOT_TO_SHARE', bad)).toEqual([['NAMES_SOMEBODY', 'withheld']]);
    expect(await step(movement, 'DECIDE_NOT_TO_SHARE', decision)).toEqual([]);
    const { steps } = await movementAs(duty(KENSINGTON), movement, 'steps { move person role withheld reason }');
    expect(steps[1]).toEqual({
      ...{ move: 'DECIDE_NOT_TO_SHARE', person: `duty-${HAMMERSMITH}`, role: 'duty-team', ...decision },
    });
  });
});

describe('siblings', () => {
  it('are named by number or by reference, together or apart, and nothing but pseudonyms is sent', async () => {
    await notified({
      ...{ destination: REDBRIDGE, siblings: [SISTER], siblingReferences: ['S-1'], siblingReferencesApart: ['S-2'] },
    });
    const [data] = await sentData();
    expect(data.siblings).toEqual([expect.stringMatching(/^p1:/), expect.stringMatching(/^p2:/)]);
    expect(data.siblingsApart).toEqual([expect.stringMatching(/^p2:/)]);
    expect(JSON.stringify(data)).not.toMatch(/S-[12]|999000/);
  });

  it('are the children that notices of their own are of', async () => {
    await notified({ destination: REDBRIDGE, siblingReferences: ['S-1'] });
    await notified({ destination: REDBRIDGE, nhsNumber: undefined, localReference: ' S-1' });
    const [first, second] = await sentData();
    expect(first.siblings).toEqual([second.childPseudonym]);
  });

  it.each<[string, string, object]>([
    ['LOCAL_REFERENCE_INVALID', 'siblingReferences.0', { siblingReferences: [' '] }],
    ['CHILD_TWICE', 'siblingReferencesApart.0', { siblingReferences: ['S-1'], siblingReferencesApart: ['S-1 '] }],
    ['CHILD_TWICE', 'siblings.0', { siblings: [CHILD] }],
    ['TOO_LONG', 'siblings', { siblings: [SISTER], siblingReferences: Array.from({ length: 20 }, (_, n) => `S-${n}`) }],
  ])('are refused: %s of %s', async (code, field, more) => {
    expect((await run('NotifyMovement', noticeOf(more))).errors).toEqual([[code, field]]);
  });
});
