import { randomUUID } from 'node:crypto';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { mutationNamed } from '../../support/mutation-named';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';
import { untilEqual } from '../../support/until-equal';

/** A notice that a duty manager acts on, through two partnerships and the hub, in GraphQL and in plain HTTP. */
const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const REDBRIDGE = { partnership: 'redbridge', organisation: 'E09000026' };
type Side = typeof LAMBETH;
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
/** Of the range that is never issued, and of nobody else's test. */
const [CHILD, SISTER, ARRIVED] = ['9990000107', '9990000115', '9990000123'];
const today = todayInLondon();
const daysFromNow = (days: number) => fromDayNumber(toDayNumber(today) + days);
const dateOfBirth = daysFromNow(-9 * 365);
const TEAM = { name: 'Duty and assessment', contact: 'duty@example.org' };
const transferPack = [{ title: 'Chronology', sha256: 'a'.repeat(64) }];

const STANDING = `notice { legalStatus reasonForMove interimProtection lastSeenOn nextVisitOn toTell }
  shieldedBy conference { bookedFor outcome } organisations { kind side toldAt acknowledgedAt }`;

let testHub: TestHub;
beforeAll(async () => {
  testHub = await groupTestHub();
});
afterAll(() => testHub?.end());

const atHome = ({ partnership, organisation }: Side, role: 'duty-team' | 'conference-chair' = 'duty-team') =>
  testHub.atHome(partnership, role, { organisation, purpose });
const atHub = (side: Side) => testHub.as('duty-team', { ...side, purpose });

/** A mutation at a side's own API: the movement, and why nothing was done. */
async function run(side: Side, name: string, input: object, role?: 'conference-chair') {
  const { data, errors } = await atHome(side, role)(
    `mutation ${name}($input: ${name}Input!) { done: ${mutationNamed(name)}(input: $input) {
       movement userErrors { field code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.done as { movement: string; userErrors: { field: string[]; code: string }[] };
}
async function done(side: Side, name: string, input: object, role?: 'conference-chair'): Promise<string> {
  const { movement, userErrors } = await run(side, name, input, role);
  expect(userErrors).toEqual([]);
  return movement;
}
const notify = (side: Side, to: Side, more: object) =>
  done(side, 'NotifyMovement', {
    ...{ id: randomUUID(), dateOfBirth, category: 'CHILD_PROTECTION_PLAN', permanence: 'PERMANENT' },
    ...{ planning: 'PLANNED', hasStatutoryOrder: false, origin: side.organisation, destination: to.organisation },
    ...more,
  });
const take = (side: Side, movement: string, move: string, more: object = {}, role?: 'conference-chair') =>
  done(side, 'TakeMovementStep', { id: randomUUID(), movement, move, ...more }, role);

type Ask = ReturnType<typeof atHub>;
const read = async (ask: Ask, movement: string, fields: string) =>
  (await ask(`query ($id: ID!) { movement(id: $id) { ${fields} } }`, { id: movement })).data.movement;

/** What both sides come to see of a movement, at home and at the hub alike. */
async function everywhere(movement: string, fields: string, seen: object) {
  for (const side of [LAMBETH, REDBRIDGE]) {
    await untilEqual(() => read(atHome(side), movement, fields), seen);
    await untilEqual(() => read(atHub(side), movement, fields), seen);
  }
}

/** The team of the one side, as the other comes to see it at the hub. */
const teamFor = (side: Side, movement: string, of: 'originRecord' | 'destinationRecord') =>
  read(atHub(side), movement, `${of} { team { name contact } }`).then((seen) => seen?.[of]?.team);

/** An address of plain HTTP, at home or at the hub, as the text that comes back. */
async function plainly(side: Side, path: string, at?: string): Promise<string> {
  const { hub } = testHub;
  const origin = at ? new URL(hub.subgraphs.get(at)!.ownUrl!).origin : hub.url;
  const token = await hub.token('duty-team', { ...side, ...(at && { at }) });
  const headers = { authorization: `Bearer ${token}`, 'x-purpose': purpose, 'x-reason': 'The family moves.' };
  return (await fetch(`${origin}/movements${path}`, { headers })).text();
}

describe('a notice', () => {
  const said = {
    ...{ legalStatus: 'SECTION_20_ACCOMMODATION', reasonForMove: 'A flat was offered there.' },
    ...{ interimProtection: 'Both areas visit every week.', lastSeenOn: daysFromNow(-1), nextVisitOn: daysFromNow(6) },
    toTell: ['SCHOOL'],
  };

  it('is read by both sides, with its conference, whom each tells, and what is not shared', async () => {
    const movement = await notify(LAMBETH, REDBRIDGE, { nhsNumber: CHILD, ...said, siblings: [SISTER] });
    const untold = { kind: 'SCHOOL', toldAt: null, acknowledgedAt: null };
    await everywhere(movement, STANDING, {
      ...{ notice: said, shieldedBy: [], conference: null },
      organisations: [
        { ...untold, side: 'ORIGIN' },
        { ...untold, side: 'DESTINATION' },
      ],
    });
    await take(LAMBETH, movement, 'RECORD_ORGANISATION_TOLD', { organisation: 'SCHOOL' });
    await take(LAMBETH, movement, 'RECORD_ORGANISATION_ACKNOWLEDGEMENT', { organisation: 'SCHOOL' });
    const decision = { withheld: 'The assessment of the father.', reason: 'He does not live with them.' };
    await take(LAMBETH, movement, 'DECIDE_NOT_TO_SHARE', decision);
    await take(LAMBETH, movement, 'SHARE_INFORMATION', { transferPack });
    await everywhere(movement, 'state', { state: 'INFORMATION_SHARED' });
    await take(REDBRIDGE, movement, 'BOOK_CONFERENCE', { conferenceOn: daysFromNow(9) });
    await take(REDBRIDGE, movement, 'ACCEPT');
    await take(
      REDBRIDGE,
      movement,
      'HOLD_CONFERENCE',
      { conferenceOutcome: 'CHILD_PROTECTION_PLAN' },
      'conference-chair',
    );
    await everywhere(movement, 'state conference { bookedFor outcome } organisations { toldAt acknowledgedAt side }', {
      ...{ state: 'CONFERENCE_HELD', conference: { bookedFor: daysFromNow(9), outcome: 'CHILD_PROTECTION_PLAN' } },
      organisations: [
        { side: 'ORIGIN', toldAt: expect.any(String), acknowledgedAt: expect.any(String) },
        { side: 'DESTINATION', toldAt: null, acknowledgedAt: null },
      ],
    });
    const { timeline } = await read(atHub(REDBRIDGE), movement, 'timeline { move person role withheld reason }');
    expect(timeline).toContainEqual({
      ...{ move: 'DECIDE_NOT_TO_SHARE', role: 'duty-team', person: expect.any(String), ...decision },
    });
    for (const text of [
      await plainly(REDBRIDGE, `/${movement}`),
      await plainly(REDBRIDGE, `/${movement}`, 'redbridge'),
    ]) {
      const plain = JSON.parse(text) as Record<string, unknown>;
      expect(plain).toMatchObject({ notice: said, conference: { outcome: 'CHILD_PROTECTION_PLAN' } });
      expect(text).toContain(decision.withheld);
    }
  });

  it('leads to the movement of a sibling', async () => {
    const movement = await notify(LAMBETH, REDBRIDGE, { nhsNumber: SISTER });
    const siblings = [{ movesTogether: true, movements: [{ id: movement, state: 'NOTIFIED' }] }];
    const seen = async () => {
      const { data } = await atHub(REDBRIDGE)(
        '{ movements(first: 20) { edges { node { siblings { movesTogether movements { id state } } } } } }',
      );
      const all = data.movements.edges.map(({ node }: { node: { siblings: object[] } }) => node.siblings);
      return all.find((one: object[]) => one.length > 0);
    };
    await untilEqual(seen, siblings);
  });
});

describe('a child who must not be found', () => {
  const team = (side: Side, movement: string) => done(side, 'UpdateChildRecord', { movement, team: TEAM });

  it('is shielded by both from the notice on: no answer of either says how to reach the other', async () => {
    const movement = await notify(LAMBETH, REDBRIDGE, { nhsNumber: ARRIVED, isShielded: true });
    await everywhere(movement, 'shieldedBy', { shieldedBy: ['ORIGIN'] });
    for (const side of [LAMBETH, REDBRIDGE]) await team(side, movement);
    expect(await teamFor(REDBRIDGE, movement, 'originRecord')).toBeNull();
    expect(await teamFor(LAMBETH, movement, 'destinationRecord')).toBeNull();
    // Each has written the same team, so that only its own record may show it.
    const texts = [
      await plainly(REDBRIDGE, `/${movement}`),
      await plainly(REDBRIDGE, '?first=50'),
      await plainly(REDBRIDGE, '/inbox', 'redbridge'),
      JSON.stringify(
        await read(atHub(REDBRIDGE), movement, 'timeline { move isShielded reason } destinationRecord { id }'),
      ),
    ];
    for (const text of texts) expect(text).not.toContain(TEAM.contact);
    const lift = { id: randomUUID(), movement, move: 'RECORD_SHIELDING', isShielded: false };
    const { userErrors } = await run(REDBRIDGE, 'TakeMovementStep', lift);
    expect(userErrors).toMatchObject([{ code: 'NOT_SHIELDED' }]);
    await done(LAMBETH, 'TakeMovementStep', { ...lift, id: randomUUID() });
    await untilEqual(() => teamFor(LAMBETH, movement, 'destinationRecord'), TEAM);
    expect(await teamFor(REDBRIDGE, movement, 'originRecord')).toEqual(TEAM);
    await take(LAMBETH, movement, 'WITHDRAW', { reason: 'They come back to us.' });
    await everywhere(movement, 'state', { state: 'WITHDRAWN' });
  });

  it('who was shielded on arrival is so for whoever gives the notice', async () => {
    const arrival = { nhsNumber: ARRIVED, dateOfBirth, origin: LAMBETH.organisation, arrivedOn: today };
    await done(REDBRIDGE, 'RecordArrival', { id: randomUUID(), ...arrival, isShielded: true });
    const movement = await notify(LAMBETH, REDBRIDGE, { nhsNumber: ARRIVED });
    await everywhere(movement, 'shieldedBy', { shieldedBy: ['DESTINATION'] });
    for (const side of [LAMBETH, REDBRIDGE]) await team(side, movement);
    expect(await teamFor(REDBRIDGE, movement, 'originRecord')).toBeNull();
    expect(await teamFor(LAMBETH, movement, 'destinationRecord')).toBeNull();
  });
});
