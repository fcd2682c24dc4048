import { randomUUID } from 'node:crypto';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { readLog } from '../../support/access/read-log';
import { mutationNamed } from '../../support/mutation-named';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';
import { untilEqual } from '../../support/until-equal';

/** Children who are not born, have no NHS number, come from nobody knows where or from abroad: each through both partnerships. */
const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const REDBRIDGE = { partnership: 'redbridge', organisation: 'E09000026' };
const HAVERING = { partnership: 'havering', organisation: 'E09000016' };
type Side = typeof LAMBETH;
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const evidence = 'Letter of 3 March, reference 17.';
const transferPack = [{ title: 'Chronology', sha256: 'a'.repeat(64) }];
const daysFromNow = (days: number) => fromDayNumber(toDayNumber(todayInLondon()) + days);
const born = { dateOfBirth: daysFromNow(-9 * 365) };
const expectedOn = daysFromNow(60);

const MOVEMENT = `query Movement($id: ID!) { movement(id: $id) {
  state originName destinationName expectedOn isUnnumbered responsible originRecord { status } destinationRecord { status } } }`;
const AT_HOME = `query AtHome($id: ID!) { movement(id: $id) {
  state originCode destinationCode expectedOn isUnnumbered record { status expectedOn } } }`;
const LOOK_UP = `query LookUp($child: LookUpChildInput!) { childLookUp(input: $child) {
  childPseudonym movements { id } atHub { responsible responsibleName isMoving hasOthers } hubProblem userErrors { code } } }`;

let testHub: TestHub;
beforeAll(async () => {
  testHub = await groupTestHub();
});
afterAll(() => testHub?.end());

const atHome = ({ partnership, organisation }: Side) =>
  testHub.atHome(partnership, 'duty-team', { organisation, purpose });

/** A mutation at a side's own API. */
async function doAtHome(side: Side, name: string, input: object): Promise<string> {
  const { data, errors } = await atHome(side)(
    `mutation ${name}($input: ${name}Input!) { done: ${mutationNamed(name)}(input: $input) {
       movement userErrors { code message } } }`,
    { input: { id: randomUUID(), ...input } },
  );
  expect([errors, data?.done.userErrors]).toEqual([undefined, []]);
  return data.done.movement as string;
}

const notify = (side: Side, more: object) =>
  doAtHome(side, 'NotifyMovement', {
    ...{ category: 'CHILD_IN_NEED_PLAN', permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false },
    ...more,
  });
const take = (side: Side, movement: string, move: string, more: object = {}) =>
  doAtHome(side, 'TakeMovementStep', { movement, move, ...more });

/** What a side comes to see at the hub. */
async function expectSeen(side: Side, movement: string, seen: Record<string, unknown>) {
  const view = async () => {
    const { data } = await testHub.as('duty-team', { ...side, purpose })(MOVEMENT, { id: movement });
    return Object.fromEntries(Object.keys(seen).map((key) => [key, data.movement?.[key]]));
  };
  await untilEqual(view, seen);
}

/** What a side comes to have of it itself. */
async function expectHeld(side: Side, movement: string, held: Record<string, unknown>) {
  const view = async () => {
    const { data } = await atHome(side)(AT_HOME, { id: movement });
    return Object.fromEntries(Object.keys(held).map((key) => [key, data.movement?.[key]]));
  };
  await untilEqual(view, held);
}

/** From the notice on to the end; a side that cannot speak here has its steps recorded by the other. */
async function handOver(movement: string, { from, to }: { from: Side | null; to: Side | null }) {
  const origin = { by: (from ?? to)!, more: from ? {} : { onBehalf: true, evidence } };
  const destination = { by: (to ?? from)!, more: to ? {} : { onBehalf: true, evidence } };
  const step = async ({ by, more }: typeof origin, move: string, data: object, state: string) => {
    await take(by, movement, move, { ...data, ...more });
    for (const side of [from, to]) if (side) await expectHeld(side, movement, { state });
  };
  await step(origin, 'SHARE_INFORMATION', { transferPack }, 'INFORMATION_SHARED');
  await step(destination, 'ACCEPT', {}, 'ACCEPTED');
  await step(destination, 'ACCEPT_RESPONSIBILITY', { confirmation: 'letter:17' }, 'RESPONSIBILITY_ACCEPTED');
  await step(origin, 'CLOSE', {}, 'CLOSED');
}

async function lookUp(side: Side, child: object) {
  const { data, errors } = await atHome(side)(LOOK_UP, { child });
  expect([errors, data.childLookUp.userErrors, data.childLookUp.hubProblem]).toEqual([undefined, [], null]);
  return data.childLookUp;
}

it('an unborn child: both sides see when it is expected, and it is handed over before its birth', async () => {
  const movement = await notify(LAMBETH, {
    ...{ localReference: 'M-4711', expectedOn, origin: LAMBETH.organisation, destination: REDBRIDGE.organisation },
  });
  const unborn = { expectedOn, isUnnumbered: true };
  for (const side of [LAMBETH, REDBRIDGE]) {
    await expectSeen(side, movement, { ...unborn, state: 'NOTIFIED', responsible: LAMBETH.organisation });
  }
  await expectHeld(REDBRIDGE, movement, { ...unborn, record: { status: 'KNOWN', expectedOn } });
  const found = await lookUp(LAMBETH, { localReference: 'M-4711', isUnborn: true });
  expect(found.movements).toEqual([{ id: movement }]);
  // What Lambeth calls the mother is nobody at Redbridge.
  expect(await lookUp(REDBRIDGE, { localReference: 'M-4711', isUnborn: true })).toMatchObject({
    ...{ movements: [], atHub: { responsible: null, isMoving: false, hasOthers: false } },
  });
  await handOver(movement, { from: LAMBETH, to: REDBRIDGE });
  await expectSeen(REDBRIDGE, movement, { state: 'CLOSED', responsible: REDBRIDGE.organisation });
});

it('a child without an NHS number: the other side knows that it must ask, and takes it over', async () => {
  const movement = await notify(REDBRIDGE, {
    ...{ ...born, localReference: 'case/1', origin: REDBRIDGE.organisation, destination: LAMBETH.organisation },
  });
  const unnumbered = { isUnnumbered: true, expectedOn: null };
  for (const side of [REDBRIDGE, LAMBETH]) await expectSeen(side, movement, { ...unnumbered, state: 'NOTIFIED' });
  await expectHeld(LAMBETH, movement, unnumbered);
  await handOver(movement, { from: REDBRIDGE, to: LAMBETH });
  await expectSeen(LAMBETH, movement, { state: 'CLOSED', responsible: LAMBETH.organisation });
  for (const { partnership } of [LAMBETH, REDBRIDGE]) {
    const { entries } = await readLog(testHub.hub.databaseUrl(partnership));
    for (const reference of ['case/1', 'M-4711']) expect(JSON.stringify(entries)).not.toContain(reference);
  }
});

it('a child of whom nobody knows the origin: it is of where it is, every borough finds it, and goes on from there', async () => {
  const child = { nhsNumber: '999 000 0042' };
  const arrived = await doAtHome(HAVERING, 'RecordArrival', {
    ...{ ...born, ...child, origin: 'UNKNOWN', arrivedOn: todayInLondon() },
  });
  const parties = { origin: 'UNKNOWN', destination: HAVERING.organisation };
  const movement = await notify(HAVERING, { ...born, ...child, ...parties, onBehalf: true, evidence });
  expect(movement).not.toBe(arrived);
  await expectHeld(HAVERING, arrived, { state: undefined });
  const held = { responsible: HAVERING.organisation, responsibleName: 'Havering', isMoving: true, hasOthers: true };
  await untilEqual(async () => (await lookUp(LAMBETH, child)).atHub, held);
  await expectSeen(HAVERING, movement, {
    ...{ originName: 'Not known', responsible: HAVERING.organisation, destinationRecord: { status: 'OPEN' } },
  });
  const onward = await notify(HAVERING, {
    ...{ ...born, ...child, origin: HAVERING.organisation, destination: LAMBETH.organisation },
  });
  await expectSeen(LAMBETH, onward, { state: 'NOTIFIED', originName: null });
  await handOver(onward, { from: HAVERING, to: LAMBETH });
  const { atHub, movements } = await lookUp(REDBRIDGE, child);
  expect([atHub.responsibleName, movements]).toEqual(['Lambeth', []]);
});

it('a child from abroad, who goes there again: what the authorities there do is recorded for them', async () => {
  const child = { nhsNumber: '999 000 0050' };
  const arrival = { ...born, ...child, origin: 'ABROAD:FR', destination: LAMBETH.organisation };
  const from = await notify(LAMBETH, { ...arrival, onBehalf: true, evidence });
  await expectSeen(LAMBETH, from, { originName: 'France', responsible: 'ABROAD:FR' });
  await handOver(from, { from: null, to: LAMBETH });
  await expectSeen(LAMBETH, from, { state: 'CLOSED', responsible: LAMBETH.organisation });
  const to = await notify(LAMBETH, {
    ...{ ...born, ...child, origin: LAMBETH.organisation, destination: 'ABROAD:IE' },
  });
  await handOver(to, { from: LAMBETH, to: null });
  await expectSeen(LAMBETH, to, { state: 'CLOSED', destinationName: 'Ireland', responsible: 'ABROAD:IE' });
  expect((await lookUp(REDBRIDGE, child)).atHub).toEqual({
    ...{ responsible: 'ABROAD:IE', responsibleName: 'Ireland', isMoving: false, hasOthers: true },
  });
});

it('the glass is broken from a look-up: it then lists the child’s movements', async () => {
  const { childPseudonym } = await lookUp(REDBRIDGE, { nhsNumber: '999 000 0042' });
  const query = `query ($children: [ID!]!) { childLookUp(childPseudonyms: $children) { hasOthers movements { originCode } } }`;
  const ask = (why: 'BREAK_GLASS' | typeof purpose) =>
    testHub.as('duty-team', { ...REDBRIDGE, purpose: why, reason: 'Found in Ilford tonight; nobody can be reached.' })(
      query,
      { children: [childPseudonym] },
    );
  expect((await ask(purpose)).data.childLookUp).toEqual({ hasOthers: true, movements: [] });
  const { data } = await ask('BREAK_GLASS');
  expect(data.childLookUp.hasOthers).toBe(false);
  expect(data.childLookUp.movements.map((one: { originCode: string }) => one.originCode).sort()).toEqual([
    ...[HAVERING.organisation, 'UNKNOWN'],
  ]);
  const { entries } = await readLog(testHub.hub.databaseUrl('london-scp'));
  const looks = entries.filter((entry) => entry.kind === 'ACCESS' && entry.children.includes(childPseudonym as string));
  // Who looked is told by the reason, where the system asked for them.
  expect(looks.map((entry) => (entry.kind === 'ACCESS' ? entry.reason : ''))).toEqual(
    expect.arrayContaining([expect.stringContaining(`The duty-team of ${REDBRIDGE.organisation} looks a child up`)]),
  );
});
