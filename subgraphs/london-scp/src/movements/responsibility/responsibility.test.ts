import { randomUUID } from 'node:crypto';
import type { RequestIdentity } from '@hub/access';
import { next, notice, transferPack, type Message } from '../../../../../test/support/movement-messages';
import { LAMBETH, noticeOf, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { playedAs, storeStories } from '../../../../../test/support/stored-story';
import { londonScp } from '../../london-scp';
import { removeEnded } from '../background/remove-ended';
import { completeChains } from './chains';
import { OPEN_CLAIMS } from './open-claims';

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

/** Sends messages one after another, each by the authority that makes the move. */
async function send(...messages: Message[]) {
  const receipts: { outcome: string; code: string | null; message: string | null }[] = [];
  for (const message of messages) {
    const { recordMovementMessages } = await ask(
      `mutation ($input: RecordMovementMessagesInput!) { recordMovementMessages(input: $input) {
         receipts { outcome code message } userErrors { code } } }`,
      { input: { messages: [{ ...message, data: JSON.stringify(message.data) }] } },
      system(message.authority),
    );
    receipts.push(recordMovementMessages.receipts[0]);
  }
  return receipts;
}

interface Route {
  child: string;
  from: string;
  to: string;
}

/** A notice of one authority to another. */
const noticeTo = ({ child, from, to }: Route) =>
  notice(
    { childPseudonym: child, origin: from, destination: to, category: 'CHILD_IN_NEED_PLAN' as never },
    { authority: from },
  );

/** From a notice to the acceptance in writing, and no further. */
function handover(route: Route): Message[] {
  const notify = noticeTo(route);
  const share = next(notify, 'SHARE_INFORMATION', { transferPack }, { authority: route.from });
  const by = { side: 'DESTINATION', authority: route.to } as const;
  const accept = next(share, 'ACCEPT', {}, by);
  return [notify, share, accept, next(accept, 'ACCEPT_RESPONSIBILITY', { confirmation: 'Letter 1' }, by)];
}

const newChild = () => `p1:1:${randomUUID()}`;

async function viewOf(movement: string, who: RequestIdentity) {
  const view = await ask(
    `query ($id: ID!) { movement(id: $id) { responsible responsibility { authority from until }
       claim { claimant responsible isConfirmed answer } } }`,
    { id: movement },
    who,
  );
  return view.movement;
}

async function claimsOf(code: string, child: string) {
  const { responsibilityClaims } = await ask(
    `{ responsibilityClaims(first: 100) { edges { node { movement childPseudonym claimant responsible answer } } } }`,
    {},
    duty(code),
  );
  return responsibilityClaims.edges
    .map(({ node }: { node: { childPseudonym: string } }) => node)
    .filter(({ childPseudonym }: { childPseudonym: string }) => childPseudonym === child);
}

async function answer(movement: string, isRight: boolean, who: RequestIdentity, words = 'Checked with both teams.') {
  const { answerResponsibilityClaim } = await ask(
    `mutation ($input: AnswerResponsibilityClaimInput!) { answerResponsibilityClaim(input: $input) {
       claim { claimant responsible isConfirmed answer } userErrors { field code } } }`,
    { input: { movement, isRight, answer: words } },
    who,
  );
  return answerResponsibilityClaim;
}

describe('who is responsible for a child', () => {
  it('is one authority: a second notice to another borough is refused while the first is open, and names it', async () => {
    const child = newChild();
    const first = noticeTo({ child, from: LAMBETH, to: REDBRIDGE });
    const [, second] = await send(first, noticeTo({ child, from: LAMBETH, to: HAVERING }));
    expect(second).toMatchObject({ outcome: 'REFUSED', code: 'MOVE_ALREADY_NOTIFIED' });
    expect(second!.message).toContain(first.movement);
    expect(second!.message).toContain(REDBRIDGE);
  });

  it('may be told of a placement or of a missing child beside a transfer: these pass nothing', async () => {
    const child = newChild();
    const missing = noticeTo({ child, from: LAMBETH, to: HAVERING });
    missing.data = { ...missing.data, category: 'MISSING' as never };
    const receipts = await send(noticeTo({ child, from: LAMBETH, to: REDBRIDGE }), missing);
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['RECORDED', 'RECORDED']);
  });

  it('goes from one to the next with an onward move, and both movements say so', async () => {
    const child = newChild();
    const [first, onward] = [
      handover({ child, from: LAMBETH, to: REDBRIDGE }),
      handover({ child, from: REDBRIDGE, to: HAVERING }),
    ];
    const receipts = await send(...first, ...onward);
    expect(new Set(receipts.map(({ outcome }) => outcome))).toEqual(new Set(['RECORDED']));
    for (const [messages, who] of [
      [first, LAMBETH],
      [onward, HAVERING],
    ] as const) {
      const { responsible, responsibility, claim } = await viewOf(messages[0]!.movement, duty(who));
      expect([responsible, claim]).toEqual([HAVERING, null]);
      const authorities = responsibility.map(({ authority }: { authority: string }) => authority);
      expect(authorities).toEqual([LAMBETH, REDBRIDGE, HAVERING].slice(-authorities.length));
      for (const [index, { until }] of responsibility.entries())
        expect(until).toBe(responsibility[index + 1]?.from ?? null);
    }
  });

  it('stays with whoever has taken the child: what its former authority notifies is a claim, and hands nothing on', async () => {
    const child = newChild();
    const [notify, ...rest] = handover({ child, from: LAMBETH, to: HAVERING });
    const receipts = await send(...handover({ child, from: LAMBETH, to: REDBRIDGE }), notify!, ...rest);
    expect(receipts.slice(4, 7).map(({ outcome }) => outcome)).toEqual(['RECORDED', 'RECORDED', 'RECORDED']);
    expect(receipts[7]).toMatchObject({ outcome: 'REFUSED', code: 'ANOTHER_IS_RESPONSIBLE' });
    expect(receipts[7]!.message).toContain(REDBRIDGE);
    expect(await viewOf(notify!.movement, duty(LAMBETH))).toMatchObject({
      ...{ responsible: REDBRIDGE, claim: { claimant: LAMBETH, responsible: REDBRIDGE, isConfirmed: null } },
    });
    const claim = { movement: notify!.movement, claimant: LAMBETH, responsible: REDBRIDGE, answer: null };
    for (const who of [LAMBETH, REDBRIDGE]) expect(await claimsOf(who, child)).toMatchObject([claim]);
    expect(await claimsOf(HAVERING, child)).toEqual([]);
  });

  it('is one of two boroughs that notify each other at once, and the other claims', async () => {
    const child = newChild();
    const notices = [
      noticeTo({ child, from: LAMBETH, to: REDBRIDGE }),
      noticeTo({ child, from: REDBRIDGE, to: LAMBETH }),
    ];
    const receipts = (await Promise.all(notices.map((message) => send(message)))).flat();
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['RECORDED', 'RECORDED']);
    const [one, other] = await Promise.all(notices.map(({ movement }) => viewOf(movement, duty(LAMBETH))));
    expect(one.responsible).toBe(other.responsible);
    const claims = await claimsOf(LAMBETH, child);
    expect(claims).toHaveLength(1);
    expect(claims[0].claimant).not.toBe(one.responsible);
  });
});

describe('a claim to be responsible', () => {
  async function claimed() {
    const child = newChild();
    await send(noticeTo({ child, from: LAMBETH, to: REDBRIDGE }));
    const claim = noticeTo({ child, from: HAVERING, to: REDBRIDGE });
    await send(claim);
    return { child, claim, movement: claim.movement };
  }

  it('is settled by the authority that is responsible: confirmed, the claimant is so from now on', async () => {
    const { child, movement } = await claimed();
    const confirmed = {
      claimant: HAVERING,
      responsible: HAVERING,
      isConfirmed: true,
      answer: 'Checked with both teams.',
    };
    for (const _again of [1, 2])
      expect(await answer(movement, true, duty(LAMBETH))).toEqual({ claim: confirmed, userErrors: [] });
    const { responsible, responsibility } = await viewOf(movement, duty(HAVERING));
    expect([responsible, responsibility.at(-1).authority]).toEqual([HAVERING, HAVERING]);
    expect(await claimsOf(LAMBETH, child)).toEqual([]);
  });

  it('stays where it is denied, with what was said, until one gives way', async () => {
    const { child, movement, claim } = await claimed();
    const denied = { claimant: HAVERING, responsible: LAMBETH, isConfirmed: null, answer: 'The family lives with us.' };
    expect(await answer(movement, false, duty(LAMBETH), denied.answer)).toEqual({ claim: denied, userErrors: [] });
    expect(await claimsOf(HAVERING, child)).toMatchObject([{ movement, answer: denied.answer }]);
    await send(next(claim, 'WITHDRAW', { reason: 'It was the wrong child.' }, { authority: HAVERING }));
    expect(await claimsOf(HAVERING, child)).toEqual([]);
    expect(await viewOf(movement, duty(HAVERING))).toMatchObject({
      responsible: LAMBETH,
      claim: { isConfirmed: false },
    });
  });

  it.each([
    ['the claimant itself', HAVERING, 'Checked with both teams.', 'CLAIM_UNKNOWN'],
    ['a borough that is not responsible', REDBRIDGE, 'Checked with both teams.', 'CLAIM_UNKNOWN'],
    ['an answer that says nothing', LAMBETH, '...', 'SAYS_NOTHING'],
    ['an answer by which somebody can be found', LAMBETH, 'Ring the mother on 020 7946 0011.', 'NAMES_SOMEBODY'],
    ['an answer that is too long', LAMBETH, 'As agreed by telephone. '.repeat(50), 'TOO_LONG'],
  ])('takes nothing of %s', async (_, who, words, code) => {
    const { movement } = await claimed();
    const { claim, userErrors } = await answer(movement, true, duty(who), words);
    expect([claim, userErrors.map((error: { code: string }) => error.code)]).toEqual([null, [code]]);
    expect((await viewOf(movement, duty(HAVERING))).responsible).toBe(LAMBETH);
  });

  it('is found by an index, however many were settled', async () => {
    const plan = await london.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL enable_seqscan = off');
      return manager.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${OPEN_CLAIMS}`, ['-infinity', '', [LAMBETH], 11]);
    });
    const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).toContain('responsibility_claim_open');
    expect(lines).toContain('child_responsibility_now');
  });
});

describe('chains of movements', () => {
  const chainIn = (child: string) =>
    london.dataSource.query<{ authority: string }[]>(
      'SELECT authority FROM child_responsibility WHERE child_pseudonym = $1 ORDER BY position',
      [child],
    );

  it('are made of movements that were recorded before there were chains', async () => {
    const child = newChild();
    const messages = handover({ child, from: LAMBETH, to: REDBRIDGE });
    await send(...messages);
    await london.dataSource.query('DELETE FROM child_responsibility WHERE child_pseudonym = $1', [child]);
    await london.dataSource.transaction(completeChains);
    expect(await chainIn(child)).toEqual([{ authority: LAMBETH }, { authority: REDBRIDGE }]);
    expect((await viewOf(messages[0]!.movement, duty(LAMBETH))).responsible).toBe(REDBRIDGE);
  });

  it('leave with the last movement of the child', async () => {
    const child = newChild();
    const ended = { childPseudonym: child };
    const movement = playedAs(
      `movement:${randomUUID()}`,
      noticeOf('CHILD_IN_NEED_PLAN', '2024-03-02T10:00:00.000Z', ended),
      { move: 'WITHDRAW', at: '2024-03-03T10:00:00.000Z' },
    );
    await storeStories(london.dataSource, movement);
    expect(await chainIn(child)).toEqual([{ authority: LAMBETH }]);
    await removeEnded(london.dataSource, 100);
    expect(await chainIn(child)).toEqual([]);
  });
});
