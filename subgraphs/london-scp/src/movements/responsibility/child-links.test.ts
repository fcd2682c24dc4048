import { randomUUID } from 'node:crypto';
import type { RequestIdentity } from '@hub/access';
import { next, notice, passed, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { LAMBETH, noticeOf, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { playedAs, storeStories } from '../../../../../test/support/stored-story';
import { londonScp } from '../../london-scp';
import { removeEnded } from '../background/remove-ended';

const HAVERING = 'E09000016';
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const PARTNERSHIPS: Record<string, string> = { [LAMBETH]: 'lambeth', [REDBRIDGE]: 'redbridge', [HAVERING]: 'havering' };
const system = (code: string) => requestIdentityOf('partnership-system', { partnership: PARTNERSHIPS[code]!, purpose });
const duty = (code: string) =>
  requestIdentityOf('duty-team', { organisation: code, partnership: PARTNERSHIPS[code]!, purpose });

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
afterAll(() => london?.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
async function ask(query: string, variables: object, who: RequestIdentity): Promise<any> {
  const { data, errors } = await london.ask(query, { ...variables }, who);
  expect(errors).toBeUndefined();
  return data;
}

/** Sends messages one after another, each by the authority that makes the move; their outcomes, or why they are refused. */
async function send(...messages: Message[]): Promise<string[]> {
  const outcomes: string[] = [];
  for (const message of messages) {
    const { recordMovementMessages } = await ask(
      `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) {
         receipts { outcome code } userErrors { code } } }`,
      { input: { messages: [{ ...message, data: JSON.stringify(message.data) }] } },
      system(message.authority),
    );
    const [{ outcome, code }] = recordMovementMessages.receipts;
    outcomes.push(code ?? outcome);
  }
  return outcomes;
}

interface Route {
  child: string;
  from: string;
  to: string;
}
const noticeTo = ({ child, from, to }: Route, minutes = 60) =>
  notice(
    { childPseudonym: child, origin: from, destination: to, category: 'CHILD_IN_NEED_PLAN' as never },
    { authority: from, occurredAt: passed(minutes) },
  );
/** From a notice to the acceptance in writing, and no further. */
function handover(route: Route): [Message, Message, Message, Message] {
  const notify = noticeTo(route);
  const share = next(notify, 'SHARE_INFORMATION', { transferPack }, { authority: route.from });
  const by = { side: 'DESTINATION', authority: route.to } as const;
  const accept = next(share, 'ACCEPT', {}, by);
  return [notify, share, accept, next(accept, 'ACCEPT_RESPONSIBILITY', { confirmation: 'Letter 1' }, by)];
}
const newChild = () => `p1:1:${randomUUID()}`;
/** That the child of a movement is another, as the movement's origin says. */
const link = (after: Message, child: string, authority = after.authority, side: 'ORIGIN' | 'DESTINATION' = 'ORIGIN') =>
  next(after, 'LINK_CHILD', { childPseudonym: child }, { authority, side });

async function viewOf({ movement }: Message, who: string) {
  const view = await ask(
    `query ($id: ID!) { movement(id: $id) { childPseudonym responsible responsibility { authority }
       siblings { childPseudonym } claim { claimant responsible isConfirmed } } }`,
    { id: movement },
    duty(who),
  );
  const { responsibility, ...seen } = view.movement;
  return { ...seen, responsibility: responsibility.map(({ authority }: { authority: string }) => authority) };
}

async function answer({ movement }: Message, isRight: boolean, who: string) {
  const { answerResponsibilityClaim } = await ask(
    `mutation ($input: AnswerResponsibilityClaimInput!) { answerResponsibilityClaim(input: $input) {
       claim { claimant responsible isConfirmed } userErrors { code } } }`,
    { input: { movement, isRight, answer: 'Checked with both teams.' } },
    duty(who),
  );
  return answerResponsibilityClaim;
}
const rows = <Row>(sql: string, ...parameters: unknown[]) => london.dataSource.query<Row[]>(sql, parameters);

describe('a child who was recorded without a number, and then linked to it', () => {
  it('has one chain, of all movements under either', async () => {
    const [local, number] = [newChild(), newChild()];
    const first = handover({ child: local, from: LAMBETH, to: REDBRIDGE });
    const onward = noticeTo({ child: number, from: REDBRIDGE, to: HAVERING }, 10);
    await send(...first, onward);
    expect(await send(link(first[3], number, LAMBETH))).toEqual(['RECORDED']);
    const whole = { childPseudonym: number, responsible: REDBRIDGE, responsibility: [LAMBETH, REDBRIDGE], claim: null };
    expect(await viewOf(first[0], LAMBETH)).toMatchObject(whole);
    expect(await viewOf(onward, HAVERING)).toMatchObject(whole);
    expect(
      await rows('SELECT count(*)::int AS of_old FROM child_responsibility WHERE child_pseudonym = $1', local),
    ).toEqual([{ of_old: 0 }]);
  });

  it('is claimed where the two chains disagree, and who claims can give way, also once the movement has ended', async () => {
    const [local, number] = [newChild(), newChild()];
    const first = handover({ child: local, from: LAMBETH, to: REDBRIDGE });
    const other = noticeTo({ child: number, from: HAVERING, to: LAMBETH }, 90);
    await send(other, ...first, next(first[3], 'CLOSE', {}, { authority: LAMBETH }));
    await send(link(first[3], number, LAMBETH));
    // Havering was first; what Lambeth handed on was not Lambeth's by then.
    const claim = { claimant: REDBRIDGE, responsible: HAVERING, isConfirmed: null };
    expect(await viewOf(first[0], REDBRIDGE)).toMatchObject({ responsible: HAVERING, claim });
    expect((await answer(first[0], false, LAMBETH)).userErrors).toEqual([{ code: 'CLAIM_UNKNOWN' }]);
    const settled = { claim: { ...claim, isConfirmed: false }, userErrors: [] };
    for (const _again of [1, 2]) expect(await answer(first[0], false, REDBRIDGE)).toEqual(settled);
    expect(await viewOf(other, HAVERING)).toMatchObject({ responsible: HAVERING, responsibility: [HAVERING] });
  });

  it('is found by what it was known by: a later notice, a step of another movement, and who has looked at it', async () => {
    const [local, number] = [newChild(), newChild()];
    const [notify, ...steps] = handover({ child: local, from: LAMBETH, to: REDBRIDGE });
    const missing = noticeTo({ child: local, from: LAMBETH, to: HAVERING });
    missing.data = { ...missing.data, category: 'MISSING' as never };
    await send(notify, missing, link(missing, number, LAMBETH));
    const again = await send(
      noticeTo({ child: local, from: LAMBETH, to: REDBRIDGE }),
      noticeTo({ child: number, from: LAMBETH, to: REDBRIDGE }),
      ...steps,
    );
    expect(again).toEqual([...['MOVE_ALREADY_NOTIFIED', 'MOVE_ALREADY_NOTIFIED', 'RECORDED', 'RECORDED', 'RECORDED']]);
    for (const one of [notify, missing]) {
      expect(await viewOf(one, LAMBETH)).toMatchObject({ childPseudonym: number, responsible: REDBRIDGE });
    }
    const sibling = notice({ siblings: [local] });
    await send(sibling);
    expect((await viewOf(sibling, LAMBETH)).siblings).toEqual([{ childPseudonym: number }]);
    const { movement } = await ask(
      `query ($id: ID!) { movement(id: $id) { lastAccesses(first: 20) { person children } } }`,
      { id: notify.movement },
      duty(LAMBETH),
    );
    const names = movement.lastAccesses.flatMap(({ children }: { children: string[] }) => children);
    expect(new Set(names)).toEqual(new Set([local, number]));
  });

  it('may have two open notices of one move, which were given before anybody knew', async () => {
    const [local, number] = [newChild(), newChild()];
    const notices = [local, number].map((child) => noticeTo({ child, from: LAMBETH, to: REDBRIDGE })) as [
      Message,
      Message,
    ];
    expect(await send(...notices, link(notices[0], number))).toEqual(['RECORDED', 'RECORDED', 'RECORDED']);
    for (const one of notices) expect(await viewOf(one, LAMBETH)).toMatchObject({ responsible: LAMBETH, claim: null });
  });

  it('is linked after the end too, which changes nothing of how it ended', async () => {
    const [local, number] = [newChild(), newChild()];
    const notify = noticeTo({ child: local, from: LAMBETH, to: REDBRIDGE });
    const withdraw = next(notify, 'WITHDRAW', { reason: 'They stay with us.' }, { authority: LAMBETH });
    await send(notify, withdraw);
    const before = await rows('SELECT state, since, closed_at FROM child_movement WHERE id = $1', notify.movement);
    expect(await send(link(withdraw, number, REDBRIDGE, 'DESTINATION'))).toEqual(['RECORDED']);
    expect(await rows('SELECT state, since, closed_at FROM child_movement WHERE id = $1', notify.movement)).toEqual(
      before,
    );
    expect((await viewOf(notify, LAMBETH)).childPseudonym).toBe(number);
  });

  it('is linked with the notice, where the link came first and was held', async () => {
    const [local, number] = [newChild(), newChild()];
    const notify = noticeTo({ child: local, from: LAMBETH, to: REDBRIDGE });
    expect(await send(link(notify, number), notify)).toEqual(['HELD', 'RECORDED']);
    expect(await viewOf(notify, LAMBETH)).toMatchObject({ childPseudonym: number, responsible: LAMBETH });
  });
});

describe('a link', () => {
  it('by both sides is one: the second changes nothing', async () => {
    const [local, number] = [newChild(), newChild()];
    const notify = noticeTo({ child: local, from: LAMBETH, to: REDBRIDGE });
    await send(notify);
    const both = [link(notify, number), link(notify, number, REDBRIDGE, 'DESTINATION')];
    const outcomes = await Promise.all(both.map((message) => send(message)));
    expect(outcomes.flat()).toEqual(['RECORDED', 'RECORDED']);
    expect(await viewOf(notify, LAMBETH)).toMatchObject({ childPseudonym: number, responsibility: [LAMBETH] });
  });

  it('to another number is refused, by this movement and by any other of the child: only one can be right', async () => {
    const [local, number, wrong] = [newChild(), newChild(), newChild()];
    const notify = noticeTo({ child: local, from: LAMBETH, to: REDBRIDGE });
    const missing = noticeTo({ child: local, from: LAMBETH, to: HAVERING });
    missing.data = { ...missing.data, category: 'MISSING' as never };
    await send(notify, missing, link(notify, number));
    const refused = ['LINKED_TO_ANOTHER', 'LINKED_TO_ANOTHER'];
    expect(await send(link(notify, wrong), link(missing, wrong, HAVERING, 'DESTINATION'))).toEqual(refused);
    expect((await viewOf(notify, LAMBETH)).childPseudonym).toBe(number);
  });

  it('back to what the child was known by changes nothing, and a chain of links ends at its last', async () => {
    const [local, number, later] = [newChild(), newChild(), newChild()];
    const first = noticeTo({ child: local, from: LAMBETH, to: REDBRIDGE });
    const second = noticeTo({ child: number, from: LAMBETH, to: HAVERING });
    await send(first, link(first, number), second);
    const third = noticeTo({ child: number, from: HAVERING, to: REDBRIDGE });
    await send(third, link(third, local));
    expect((await viewOf(third, HAVERING)).childPseudonym).toBe(number);
    const fourth = noticeTo({ child: number, from: REDBRIDGE, to: HAVERING });
    await send(fourth, link(fourth, later));
    for (const [one, who] of [
      [first, LAMBETH],
      [third, HAVERING],
      [fourth, REDBRIDGE],
    ] as const) {
      expect((await viewOf(one, who)).childPseudonym).toBe(later);
    }
    const links = await rows<{ pseudonym: string }>(
      'SELECT pseudonym FROM child_link WHERE child_pseudonym = $1 ORDER BY 1',
      later,
    );
    expect(links.map(({ pseudonym }) => pseudonym)).toEqual([local, number].sort());
  });

  it('holds nobody up, and is held up by nobody, however many come at once', async () => {
    const children = Array.from({ length: 6 }, newChild);
    const notices = children.map((child) => noticeTo({ child, from: LAMBETH, to: REDBRIDGE }));
    await Promise.all(notices.map((one) => send(one)));
    // Each to the next, and the last to the first: in a circle, with steps of all of them between.
    const links = notices.map((one, index) => link(one, children[(index + 1) % children.length]!));
    const steps = notices.map((one) => next(one, 'SHARE_INFORMATION', { transferPack }));
    const outcomes = await Promise.all([...links, ...steps].map((message) => send(message)));
    expect(new Set(outcomes.flat())).toEqual(new Set(['RECORDED']));
    const views = await Promise.all(notices.map((one) => viewOf(one, LAMBETH)));
    expect(new Set(views.map(({ childPseudonym }) => childPseudonym)).size).toBe(1);
    const chain = await rows<{ authority: string }>(
      'SELECT authority FROM child_responsibility WHERE child_pseudonym = ANY($1)',
      children,
    );
    expect(chain).toEqual([{ authority: LAMBETH }]);
  });

  it('leaves with the last movement of the child', async () => {
    const [local, number] = [newChild(), newChild()];
    const story = playedAs(
      `movement:${randomUUID()}`,
      noticeOf('CHILD_IN_NEED_PLAN', '2024-03-02T10:00:00.000Z', { childPseudonym: local }),
      { move: 'WITHDRAW', at: '2024-03-03T10:00:00.000Z' },
      { move: 'LINK_CHILD', at: '2024-03-04T10:00:00.000Z', data: { childPseudonym: number } },
    );
    await storeStories(london.dataSource, story);
    const links = () => rows('SELECT child_pseudonym FROM child_link WHERE pseudonym = $1', local);
    expect(await links()).toEqual([{ child_pseudonym: number }]);
    await removeEnded(london.dataSource, 100);
    expect(await links()).toEqual([]);
  });
});
