import { createHash, randomUUID } from 'node:crypto';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon, type MoveData } from '@hub/contract';
import { next, notice, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { LAMBETH, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { londonScp } from '../../london-scp';

/** Children who are not born, have no number, come from nobody knows where or from abroad; and how a child is found. */
const HAVERING = 'E09000016';
const FRANCE = 'ABROAD:FR';
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const evidence = 'Letter of the central authority, 3 March.';
const PARTNERSHIPS: Record<string, string> = { [LAMBETH]: 'lambeth', [REDBRIDGE]: 'redbridge', [HAVERING]: 'havering' };
const system = (code: string) => requestIdentityOf('partnership-system', { partnership: PARTNERSHIPS[code]!, purpose });
const duty = (code: string) =>
  requestIdentityOf('duty-team', { organisation: code, partnership: PARTNERSHIPS[code]!, purpose });
const glass = requestIdentityOf('duty-team', {
  ...{ organisation: HAVERING, partnership: 'havering', purpose: 'BREAK_GLASS', alert: 'alert:1' },
});
const expectedOn = fromDayNumber(toDayNumber(todayInLondon()) + 60);

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
afterAll(() => london?.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
async function ask(query: string, variables: object, who: RequestIdentity): Promise<any> {
  const { data, errors } = await london.ask(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

/** Sends messages one after another, each by the partnership of who makes the move, or records it. */
async function send(...messages: Message[]) {
  const receipts: { outcome: string; code: string | null; field: string | null }[] = [];
  for (const message of messages) {
    const { recordMovementMessages } = await ask(
      `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) {
         receipts { outcome code field } userErrors { code } } }`,
      { input: { messages: [{ ...message, data: JSON.stringify(message.data) }] } },
      system(message.data.recordedBy ?? message.authority),
    );
    receipts.push(recordMovementMessages.receipts[0]);
  }
  return receipts;
}
const outcomes = async (...messages: Message[]) => (await send(...messages)).map(({ outcome }) => outcome);

/** Of a number, or of a reference. */
const newChild = (scheme = 'p1') => `${scheme}:1:${createHash('sha256').update(randomUUID()).digest('base64url')}`;
const RECORDED = 'RECORDED';

interface Route {
  child: string;
  from: string;
  to: string;
}
const by = (code: string, recordedBy: string): MoveData =>
  PARTNERSHIPS[code] === undefined ? { recordedBy, evidence } : {};

/** A notice of one authority to another; of one that cannot speak here, recorded by the other. */
const noticeTo = ({ child, from, to }: Route, data: MoveData = {}) =>
  notice(
    {
      ...{ childPseudonym: child, origin: from, destination: to, category: 'CHILD_IN_NEED_PLAN' as never },
      ...{ ...by(from, to), ...data },
    },
    { authority: from },
  );

/** From after a notice to the acceptance in writing. */
function handover(notify: Message, { from, to }: Route): Message[] {
  const share = next(notify, 'SHARE_INFORMATION', { transferPack, ...by(from, to) }, { authority: from });
  const there = { side: 'DESTINATION', authority: to } as const;
  const accept = next(share, 'ACCEPT', by(to, from), there);
  return [share, accept, next(accept, 'ACCEPT_RESPONSIBILITY', { confirmation: 'Letter 1', ...by(to, from) }, there)];
}

const viewOf = async (movement: string, who: RequestIdentity) =>
  (
    await ask(
      `query ($id: ID!) { movement(id: $id) { originCode originName destinationName expectedOn isUnnumbered responsible
         responsibility { authority until } claim { claimant responsible } } }`,
      { id: movement },
      who,
    )
  ).movement;

async function lookUp(children: string[], who: RequestIdentity) {
  const { childLookUp } = await ask(
    `query ($children: [ID!]!) { childLookUp(childPseudonyms: $children) {
       childPseudonym responsible responsibleName isClaimed isMoving movements { id } hasOthers } }`,
    { children },
    who,
  );
  return childLookUp;
}

describe('an unborn child', () => {
  it('is found by the first reference still, once it is born and linked to its number', async () => {
    const [reference, number] = [newChild('p2'), newChild()];
    const notify = noticeTo({ child: reference, from: LAMBETH, to: REDBRIDGE }, { expectedOn });
    const link = next(notify, 'LINK_CHILD', { childPseudonym: number });
    expect(await outcomes(notify, link)).toEqual([RECORDED, RECORDED]);
    for (const known of [reference, number]) {
      expect(await lookUp([known], duty(REDBRIDGE))).toMatchObject({
        ...{ childPseudonym: number, responsible: LAMBETH, movements: [{ id: notify.movement }] },
      });
    }
    expect(await viewOf(notify.movement, duty(REDBRIDGE))).toMatchObject({ isUnnumbered: false });
  });

  it('is shown to both sides as one, with the day on which it is expected', async () => {
    const child = newChild('p2');
    const notify = noticeTo({ child, from: LAMBETH, to: REDBRIDGE }, { expectedOn });
    expect(await outcomes(notify)).toEqual([RECORDED]);
    for (const side of [LAMBETH, REDBRIDGE]) {
      expect(await viewOf(notify.movement, duty(side))).toMatchObject({ expectedOn, isUnnumbered: true });
    }
  });

  it.each([
    [{ expectedOn, childPseudonym: newChild() }, 'NOT_BORN', 'childPseudonym'],
    [{ expectedOn, category: 'CARE_LEAVER' as never }, 'NOT_BORN', 'category'],
    [{ expectedOn: '2099-01-01' }, 'DATE_IMPLAUSIBLE', 'expectedOn'],
    [{ expectedOn: '31 March' }, 'NOT_A_DAY', 'expectedOn'],
  ])('is not taken of another system where %j cannot be', async (data, code, field) => {
    const notify = noticeTo({ child: newChild('p2'), from: LAMBETH, to: REDBRIDGE }, data);
    expect(await send(notify)).toEqual([{ outcome: 'REFUSED', code, field }]);
  });
});

describe('a child of whom nobody knows where it comes from', () => {
  const unknown = (child: string, to: string): Route => ({ child, from: 'UNKNOWN', to });

  it('is the responsibility of where it is, from the notice on, and of nobody else', async () => {
    const route = unknown(newChild('p2'), REDBRIDGE);
    const notify = noticeTo(route);
    expect(await outcomes(notify)).toEqual([RECORDED]);
    const standing = { responsible: REDBRIDGE, responsibility: [{ authority: REDBRIDGE, until: null }], claim: null };
    const names = { originCode: 'UNKNOWN', originName: 'Not known', isUnnumbered: true };
    expect(await viewOf(notify.movement, duty(REDBRIDGE))).toMatchObject({ ...names, ...standing });
    expect(await outcomes(...handover(notify, route))).toEqual([RECORDED, RECORDED, RECORDED]);
    // What it accepts in writing it says anew, so that it can be told from what it says of the child under another identifier.
    const [before, since] = [expect.any(String) as string, null].map((until) => ({ authority: REDBRIDGE, until }));
    const accepted = { ...standing, responsibility: [before, since] };
    expect(await viewOf(notify.movement, duty(REDBRIDGE))).toMatchObject(accepted);
  });

  it('and who is another’s by then is claimed, until that one says whose it is', async () => {
    const child = newChild();
    expect(await outcomes(noticeTo({ child, from: LAMBETH, to: HAVERING }))).toEqual([RECORDED]);
    const route = unknown(child, REDBRIDGE);
    const notify = noticeTo(route);
    const [recorded, , , accepted] = await send(notify, ...handover(notify, route));
    expect([recorded!.outcome, accepted!.code]).toEqual([RECORDED, 'ANOTHER_IS_RESPONSIBLE']);
    expect(await viewOf(notify.movement, duty(REDBRIDGE))).toMatchObject({
      ...{ responsible: LAMBETH, claim: { claimant: REDBRIDGE, responsible: LAMBETH } },
    });
    const { answerResponsibilityClaim } = await ask(
      `mutation ($input: AnswerResponsibilityClaimInput!) { answerResponsibilityClaim(input: $input) {
         claim { responsible isConfirmed } userErrors { code } } }`,
      { input: { movement: notify.movement, isRight: true, answer: 'The family was found there.' } },
      duty(LAMBETH),
    );
    expect(answerResponsibilityClaim).toEqual({ claim: { responsible: REDBRIDGE, isConfirmed: true }, userErrors: [] });
  });

  it('and is found in one borough after another is told of by both', async () => {
    const child = newChild();
    const [first, second] = [noticeTo(unknown(child, REDBRIDGE)), noticeTo(unknown(child, HAVERING))];
    expect(await outcomes(first, second)).toEqual([RECORDED, RECORDED]);
    expect(await viewOf(second.movement, duty(HAVERING))).toMatchObject({
      ...{ responsible: REDBRIDGE, claim: { claimant: HAVERING, responsible: REDBRIDGE } },
    });
    expect(await send(noticeTo(unknown(child, HAVERING)))).toMatchObject([{ code: 'MOVE_ALREADY_NOTIFIED' }]);
  });

  it('is moved by nobody whose responsibility would go on, and to nowhere', async () => {
    const child = newChild();
    const missing = noticeTo(unknown(child, REDBRIDGE), { category: 'MISSING' as never });
    const lost = noticeTo({ child, from: LAMBETH, to: 'UNKNOWN' });
    expect(await send(missing, lost)).toEqual([
      { outcome: 'REFUSED', code: 'REQUIRED', field: 'origin' },
      { outcome: 'REFUSED', code: 'AUTHORITY_UNKNOWN', field: 'destination' },
    ]);
  });
});

describe('a child from abroad, or who goes there', () => {
  it('is handed over by the authorities there, by what the other side records for them', async () => {
    const route = { child: newChild('p2'), from: FRANCE, to: LAMBETH };
    const notify = noticeTo(route);
    expect(await send(noticeTo(route, { evidence: '' }))).toMatchObject([{ code: 'REQUIRED', field: 'evidence' }]);
    expect(await outcomes(notify)).toEqual([RECORDED]);
    expect(await viewOf(notify.movement, duty(LAMBETH))).toMatchObject({ originName: 'France', responsible: FRANCE });
    expect(await outcomes(...handover(notify, route))).toEqual([RECORDED, RECORDED, RECORDED]);
    expect(await viewOf(notify.movement, duty(LAMBETH))).toMatchObject({ responsible: LAMBETH });
  });

  it('is handed over to them', async () => {
    const route = { child: newChild(), from: LAMBETH, to: 'ABROAD:IE' };
    const notify = noticeTo(route);
    expect(await outcomes(notify, ...handover(notify, route))).toEqual([RECORDED, RECORDED, RECORDED, RECORDED]);
    const standing = { destinationName: 'Ireland', responsible: 'ABROAD:IE' };
    expect(await viewOf(notify.movement, duty(LAMBETH))).toMatchObject(standing);
    expect(await lookUp([route.child], duty(HAVERING))).toMatchObject({ responsibleName: 'Ireland' });
  });
});

describe('a child who is looked up at the hub', () => {
  let child: string;
  let movement: string;
  beforeAll(async () => {
    child = newChild();
    const notify = noticeTo({ child, from: LAMBETH, to: REDBRIDGE });
    movement = notify.movement;
    expect(await outcomes(notify)).toEqual([RECORDED]);
  });
  const held = { responsible: LAMBETH, responsibleName: 'Lambeth', isClaimed: false, isMoving: true };

  it('is shown to a party with its movement, and to a system with those of its partnership', async () => {
    const seen = { childPseudonym: child, ...held, movements: [{ id: movement }], hasOthers: false };
    for (const who of [duty(LAMBETH), duty(REDBRIDGE), system(REDBRIDGE)])
      expect(await lookUp([child], who)).toEqual(seen);
  });

  it('is told to a third borough by who is responsible, and that there are movements, of which it sees none', async () => {
    for (const who of [duty(HAVERING), system(HAVERING)]) {
      expect(await lookUp([child], who)).toEqual({ childPseudonym: child, ...held, movements: [], hasOthers: true });
    }
  });

  it('is shown with all movements where the glass is broken', async () => {
    expect(await lookUp([child], glass)).toMatchObject({ movements: [{ id: movement }], hasOthers: false });
  });

  it('is found by the pseudonym of an older key, and is on record by all', async () => {
    const newer = child.replace('p1:1:', 'p1:2:');
    expect(await lookUp([newer, child], duty(HAVERING))).toMatchObject({ childPseudonym: child, ...held });
    expect(await lastEntry()).toMatchObject({ children: [child, newer], unseen: [newer] });
  });

  it('and of whom there is no notice is on record all the same', async () => {
    const nobody = newChild();
    expect(await lookUp([nobody], duty(HAVERING))).toEqual({
      ...{ childPseudonym: nobody, responsible: null, responsibleName: null },
      ...{ isClaimed: false, isMoving: false, movements: [], hasOthers: false },
    });
    expect(await lastEntry()).toMatchObject({ children: [nobody], asked: [nobody], outcome: 'ANSWERED' });
  });

  it('whose movements have ended moves no more', async () => {
    const other = newChild();
    const notify = noticeTo({ child: other, from: LAMBETH, to: REDBRIDGE });
    expect(await outcomes(notify, next(notify, 'WITHDRAW', { reason: 'The family stays.' }))).toEqual([
      RECORDED,
      RECORDED,
    ]);
    expect(await lookUp([other], duty(HAVERING))).toMatchObject({ ...held, isMoving: false, hasOthers: true });
  });

  it.each([[[]], [['9990000018']], [['p1:1:a', 'movement:1']], [Array.from({ length: 21 }, () => 'p1:1:a')]])(
    'is asked for by pseudonyms alone: %j is refused, and not repeated',
    async (children) => {
      const query = 'query ($children: [ID!]!) { childLookUp(childPseudonyms: $children) { responsible } }';
      const { data, errors } = await london.ask(query, { children }, duty(HAVERING));
      expect([data, errors![0]!.extensions]).toEqual([
        { childLookUp: null },
        expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      ]);
      expect(errors![0]!.message).not.toContain('999');
      expect(JSON.stringify(await lastEntry())).not.toContain('9990000018');
    },
  );
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as an auditor does
async function lastEntry(): Promise<any> {
  const [{ body }] = await london.dataSource.query(
    'SELECT body FROM audit.access_record ORDER BY access_record.seq DESC LIMIT 1',
  );
  return JSON.parse(body);
}
