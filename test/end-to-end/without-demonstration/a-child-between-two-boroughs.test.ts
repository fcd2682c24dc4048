import { randomUUID } from 'node:crypto';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { openFeed, type FeedClient } from '../../../gateway/testing/feed-client';
import { readLog } from '../../support/access/read-log';
import { mutationNamed } from '../../support/mutation-named';
import { groupTestHub } from '../../support/one-hub';
import type { Asker, TestHub } from '../../support/test-hub';
import { exampleQuery } from '../../support/saved-examples';
import { untilEqual } from '../../support/until-equal';

const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const REDBRIDGE = { partnership: 'redbridge', organisation: 'E09000026' };
const HAVERING = { partnership: 'havering', organisation: 'E09000016' };
type Side = typeof LAMBETH;
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const SENT = { title: 'Child protection plan', sha256: 'a'.repeat(64) };
const HOUR_MS = 3_600_000;

const MOVEMENT = `query Movement($id: ID!) { movement(id: $id) {
  childPseudonym state acknowledgedAt closedAt responsible responsibility { authority from until }
  timeline { move side authority role state recordedAt } clocks { code state }
  originRecord { ...Side } destinationRecord { ...Side } } }
fragment Side on ChildRecord { status movementState team { name } sent { title sha256 } received { title sha256 } }`;

const RECONCILIATION = `{ londonScp { movementReconciliation { rows(first: 10) { edges { node { kind } } } } } }`;

let testHub: TestHub;
let feeds: Record<'redbridge' | 'havering', FeedClient>;
let movement: string;
let child: string;
/** Moves of the story so far, with the side that made each. */
const sent: [string, string][] = [];
/** Entries in each record of access when the last step began. */
const seen = new Map<string, number>();

beforeAll(async () => {
  testHub = await groupTestHub();
  const open = async (side: Side) => {
    const token = await testHub.hub.token('duty-team', side);
    const headers = { authorization: `Bearer ${token}`, 'x-purpose': purpose, 'x-reason': 'Screen of the duty team.' };
    return openFeed(testHub.hub.url, headers);
  };
  feeds = { redbridge: await open(REDBRIDGE), havering: await open(HAVERING) };
  for (const feed of Object.values(feeds)) expect(await feed.next()).toEqual({ event: 'open', data: {} });
});
afterAll(async () => {
  for (const feed of Object.values(feeds ?? {})) feed.leave();
  await testHub?.end();
});

const duty = (side: Side) => testHub.as('duty-team', { ...side, purpose });

/** What a side sees of the movement, through the hub. */
async function viewOf(side: Side) {
  const { data, errors } = await duty(side)(MOVEMENT, { id: movement });
  expect(errors).toBeUndefined();
  return data.movement;
}

/** Entries that were added to a record of access since the step began. */
async function newEntries(log: string) {
  const { entries, findings } = await readLog(testHub.hub.databaseUrl(log));
  expect(findings).toEqual([]);
  return entries.slice(seen.get(log) ?? 0).filter((entry) => entry.kind === 'ACCESS');
}

/** A mutation at a side's own API. */
async function doAtHome(side: Side, name: string, input: object, role: 'duty-team' | 'conference-chair' = 'duty-team') {
  for (const log of ['london-scp', 'lambeth', 'redbridge']) {
    seen.set(log, (await readLog(testHub.hub.databaseUrl(log))).entries.length);
  }
  const asker: Omit<Asker, 'partnership'> = { organisation: side.organisation, purpose };
  const { data, errors } = await testHub.atHome(
    side.partnership,
    role,
    asker,
  )(
    `mutation ${name}($input: ${name}Input!) { done: ${mutationNamed(name)}(input: $input) {
       movement record { childPseudonym } userErrors { code message } } }`,
    { input },
  );
  expect([errors, data?.done.userErrors]).toEqual([undefined, []]);
  return data.done as { movement: string; record: { childPseudonym: string } };
}

async function take(side: Side, move: string, data: object = {}, role: 'duty-team' | 'conference-chair' = 'duty-team') {
  sent.push([move, side.organisation]);
  return doAtHome(side, 'TakeMovementStep', { id: randomUUID(), movement, move, ...data }, role);
}

/** How a movement and both sides' records stand after a step. */
interface Standing {
  state: string;
  responsible: Side;
  /** Status of each side's record. */
  origin: string;
  destination: string;
  /** State of each clock, by its code. */
  clocks: Record<string, string>;
}

/** Both sides come to see the same, of the hub and of each other; nobody else does; and the two never disagree. */
async function expectBothSee({ state, responsible, origin, destination, clocks }: Standing) {
  const standing = (view: Awaited<ReturnType<typeof viewOf>>) => [
    ...[
      view?.state,
      view?.responsible,
      view?.timeline.map((step: Record<string, string>) => [step['move'], step['authority']]),
    ],
    ...[view?.originRecord, view?.destinationRecord].map((record) => [record?.status, record?.movementState]),
  ];
  const expected = [state, responsible.organisation, sent, [origin, state], [destination, state]];
  for (const side of [LAMBETH, REDBRIDGE]) await untilEqual(async () => standing(await viewOf(side)), expected);
  const view = await viewOf(LAMBETH);
  expect(await viewOf(REDBRIDGE)).toEqual(view);
  const clockStates = view.clocks.map(({ code, state: stands }: Record<string, string>) => [code, stands]);
  expect(Object.fromEntries(clockStates)).toEqual(clocks);
  await expectNobodyElseSees();
  await expectNoDisagreement();
  return view;
}

async function expectNobodyElseSees() {
  expect(await viewOf(HAVERING)).toBeNull();
  const { data } = await duty(HAVERING)('{ movements(first: 10) { edges { node { id } } } }');
  expect(data.movements.edges).toEqual([]);
}

async function expectNoDisagreement() {
  for (const side of [LAMBETH, REDBRIDGE, HAVERING]) {
    const { data } = await duty(side)(RECONCILIATION);
    expect(data.londonScp.movementReconciliation.rows.edges).toEqual([]);
  }
  const { data } = await testHub.as('london-coordinator')(exampleQuery('28-'));
  const { coverage, counts } = data.londonScp.movementReconciliation;
  expect(coverage).toMatchObject({ answered: 4, missing: [] });
  expect(counts.kinds.filter(({ count }: { count: number | null }) => count !== null)).toEqual([]);
}

/** The step is on record at its partnership with its purpose, and at the hub as sent by the partnership's system. */
async function expectOnRecord(side: Side, mutation: string, role = 'duty-team') {
  const home = (await newEntries(side.partnership)).filter(({ operation }) => operation === mutation);
  expect(home).toMatchObject([
    {
      ...{ role, purpose, organisation: side.organisation, children: [child], outcome: 'ANSWERED' },
      fields: expect.arrayContaining([`Mutation.${mutationNamed(mutation)}`]),
    },
  ]);
  await expectSentBy(side);
}

async function expectSentBy({ partnership }: Side) {
  const hub = (await newEntries('london-scp')).filter(
    // A subgraph is asked under a name that is made from it.
    (entry) => entry.operation?.startsWith('SendMovementMessages') && entry.partnership === partnership,
  );
  for (const recorder of ['gateway', 'london-scp']) {
    expect(hub.filter((entry) => entry.recorder === recorder)).toContainEqual(
      expect.objectContaining({ role: 'partnership-system', purpose, children: [child], outcome: 'ANSWERED' }),
    );
  }
}

const RUNNING = {
  ...{ TRANSFER_IN_CONFERENCE: 'RUNNING', INFORMATION_ON_UNPLANNED_MOVE: 'RUNNING' },
  ACKNOWLEDGEMENT: 'NOT_SPECIFIED',
};
const NOT_ACCEPTED = { responsible: LAMBETH, origin: 'OPEN', destination: 'KNOWN' };
const UNDERWAY = { ...NOT_ACCEPTED, destination: 'OPEN' };

describe('a child on a protection plan moves from Lambeth to Redbridge', () => {
  it('Lambeth notifies in its own system; Redbridge hears of it at once, has it, and says so by itself', async () => {
    const done = await doAtHome(LAMBETH, 'NotifyMovement', {
      ...{ id: randomUUID(), nhsNumber: '9990000018', category: 'CHILD_PROTECTION_PLAN' },
      ...{ dateOfBirth: fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365), hasStatutoryOrder: false },
      ...{ origin: LAMBETH.organisation, destination: REDBRIDGE.organisation, permanence: 'PERMANENT' },
      ...{ planning: 'UNPLANNED', becameAwareAt: new Date(Date.now() - HOUR_MS).toISOString() },
    });
    [movement, child] = [done.movement, done.record.childPseudonym];
    sent.push(['NOTIFY', LAMBETH.organisation], ['ACKNOWLEDGE', REDBRIDGE.organisation]);
    expect(await feeds.redbridge.next()).toEqual({ event: 'movement', data: { movement } });
    const { acknowledgedAt, timeline } = await expectBothSee({ ...NOT_ACCEPTED, state: 'NOTIFIED', clocks: RUNNING });
    expect(acknowledgedAt).not.toBeNull();
    expect(timeline[1]).toMatchObject({ side: 'DESTINATION', role: 'partnership-system' });
    await expectOnRecord(LAMBETH, 'NotifyMovement');
    await expectSentBy(REDBRIDGE);
  });

  it('each side sees whom to ring at the other', async () => {
    await doAtHome(LAMBETH, 'UpdateChildRecord', { movement, team: { name: 'Brixton', contact: '020 7946 0001' } });
    await doAtHome(REDBRIDGE, 'UpdateChildRecord', { movement, team: { name: 'Ilford', contact: '020 7946 0002' } });
    const view = await expectBothSee({ ...NOT_ACCEPTED, state: 'NOTIFIED', clocks: RUNNING });
    expect([view.originRecord.team, view.destinationRecord.team]).toEqual([{ name: 'Brixton' }, { name: 'Ilford' }]);
  });

  const INFORMED = { ...RUNNING, INFORMATION_ON_UNPLANNED_MOVE: 'MET' };

  it('Lambeth shares what it knows: a list with checksums reaches Redbridge', async () => {
    await take(LAMBETH, 'SHARE_INFORMATION', { transferPack: [SENT] });
    const view = await expectBothSee({ ...NOT_ACCEPTED, state: 'INFORMATION_SHARED', clocks: INFORMED });
    expect([view.originRecord.sent, view.destinationRecord.received]).toEqual([[SENT], [SENT]]);
    await expectOnRecord(LAMBETH, 'TakeMovementStep');
  });

  it('Redbridge accepts the referral, and opens its record; the child is still Lambeth’s', async () => {
    await take(REDBRIDGE, 'ACCEPT');
    await expectBothSee({ ...UNDERWAY, state: 'ACCEPTED', clocks: INFORMED });
    await expectOnRecord(REDBRIDGE, 'TakeMovementStep');
  });

  const ALL_MET = { ...INFORMED, TRANSFER_IN_CONFERENCE: 'MET' };

  it('the conference is held, and recorded by who chaired it', async () => {
    await take(REDBRIDGE, 'HOLD_CONFERENCE', {}, 'conference-chair');
    await expectBothSee({ ...UNDERWAY, state: 'CONFERENCE_HELD', clocks: ALL_MET });
    await expectOnRecord(REDBRIDGE, 'TakeMovementStep', 'conference-chair');
  });

  it('Redbridge accepts responsibility in writing: from the instant the hub has that, the child is Redbridge’s', async () => {
    await take(REDBRIDGE, 'ACCEPT_RESPONSIBILITY', { confirmation: 'letter:2026/17' });
    const view = await expectBothSee({
      ...{ ...UNDERWAY, responsible: REDBRIDGE, state: 'RESPONSIBILITY_ACCEPTED', clocks: ALL_MET },
    });
    const [notice, acceptance] = [view.timeline[0], view.timeline.at(-1)].map(({ recordedAt }) => recordedAt as string);
    expect(view.responsibility).toEqual([
      { authority: LAMBETH.organisation, from: expect.any(String), until: acceptance },
      { authority: REDBRIDGE.organisation, from: acceptance, until: null },
    ]);
    const at = async (side: Side, instant: string) => {
      const question = 'query ($id: ID!, $at: DateTime!) { movement(id: $id) { responsibleAt(at: $at) } }';
      return (await duty(side)(question, { id: movement, at: instant })).data.movement.responsibleAt as string;
    };
    const before = new Date(Date.parse(acceptance!) - 1).toISOString();
    for (const side of [LAMBETH, REDBRIDGE]) {
      expect(await at(side, notice!)).toBe(LAMBETH.organisation);
      expect(await at(side, before)).toBe(LAMBETH.organisation);
      expect(await at(side, acceptance!)).toBe(REDBRIDGE.organisation);
    }
    await expectOnRecord(REDBRIDGE, 'TakeMovementStep');
  });

  it('Lambeth closes: each keeps its own record, and sees the other’s no longer', async () => {
    await take(LAMBETH, 'CLOSE');
    const records = async (side: Side) => {
      const { state, originRecord, destinationRecord } = await viewOf(side);
      return [state, originRecord?.status ?? null, destinationRecord?.status ?? null];
    };
    await untilEqual(() => records(LAMBETH), ['CLOSED', 'CLOSED', null]);
    await untilEqual(() => records(REDBRIDGE), ['CLOSED', null, 'OPEN']);
    const [lambeth, redbridge] = [await viewOf(LAMBETH), await viewOf(REDBRIDGE)];
    expect(redbridge.timeline).toEqual(lambeth.timeline);
    expect(lambeth.timeline.map(({ move, authority }: Record<string, string>) => [move, authority])).toEqual(sent);
    expect([lambeth.responsible, redbridge.responsible]).toEqual([REDBRIDGE.organisation, REDBRIDGE.organisation]);
    expect(JSON.stringify(lambeth)).not.toContain('Ilford');
    expect(JSON.stringify(redbridge)).not.toContain('Brixton');
    await expectNobodyElseSees();
    await expectNoDisagreement();
    await expectOnRecord(LAMBETH, 'TakeMovementStep');
  });

  it('a third borough was never told of it, and nobody looked at the child but for the movement', async () => {
    feeds.havering.leave();
    const heard = await feeds.havering.rest().catch(() => []);
    expect(heard).toEqual([]);
    for (const log of ['london-scp', 'lambeth', 'redbridge', 'havering']) {
      const { entries } = await readLog(testHub.hub.databaseUrl(log));
      const ofChild = entries.flatMap((entry) =>
        entry.kind === 'ACCESS' && entry.children.includes(child) ? [entry] : [],
      );
      expect(new Set(ofChild.map((entry) => entry.purpose))).toEqual(new Set(log === 'havering' ? [] : [purpose]));
      // Its looks in vain are on record, with the child of whom it was shown nothing.
      const sawChild = ofChild.filter((entry) => !(entry.unseen ?? []).includes(child));
      expect(sawChild.filter((entry) => entry.partnership === 'havering')).toEqual([]);
    }
  });
});
