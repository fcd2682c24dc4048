import { randomUUID } from 'node:crypto';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { mutationNamed } from '../../support/mutation-named';
import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';
import { untilEqual } from '../../support/until-equal';

/** A child arrives without a notice: whoever is asked answers at home, and notifies. */
const LAMBETH = { partnership: 'lambeth', organisation: 'E09000022' };
const REDBRIDGE = { partnership: 'redbridge', organisation: 'E09000026' };
const HAVERING = { partnership: 'havering', organisation: 'E09000016' };
type Side = typeof LAMBETH;
type Made = { movement: string; child: string };
const purpose = 'CROSS_BOUNDARY_MOVEMENT';
const born = { dateOfBirth: fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365) };

const ASKED = `query Asked { openQuestions { hubProblem arrivals { id childPseudonym asking asked isNamed isKnown reason }
  claims { movement claimant responsible owner answer } } }`;

let testHub: TestHub;
beforeAll(async () => {
  testHub = await groupTestHub();
});
afterAll(() => testHub?.end());

const atHome = ({ partnership, organisation }: Side) =>
  testHub.atHome(partnership, 'duty-team', { organisation, purpose });

/** What a side's mutation made, and the pseudonym of the child. */
async function doAtHome(
  side: Side,
  name: string,
  input: { nhsNumber: string; [part: string]: unknown },
): Promise<Made> {
  const { data, errors } = await atHome(side)(
    `mutation ${name}($input: ${name}Input!) { done: ${mutationNamed(name)}(input: $input) {
       movement userErrors { code message } } }`,
    { input: { id: randomUUID(), ...input } },
  );
  expect([errors, data?.done.userErrors]).toEqual([undefined, []]);
  const look = await atHome(side)(
    'query ($child: LookUpChildInput!) { childLookUp(input: $child) { childPseudonym } }',
    { child: { nhsNumber: input.nhsNumber } },
  );
  return { movement: data.done.movement, child: look.data.childLookUp.childPseudonym };
}

const notify = (from: Side, to: Side, nhsNumber: string) =>
  doAtHome(from, 'NotifyMovement', {
    ...{ category: 'CHILD_IN_NEED_PLAN', permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false },
    ...{ ...born, nhsNumber, origin: from.organisation, destination: to.organisation },
  });

const arrive = (at: Side, origin: string, nhsNumber: string) =>
  doAtHome(at, 'RecordArrival', { ...born, nhsNumber, origin, arrivedOn: todayInLondon() });

async function answer(side: Side, name: string, type: string, input: object) {
  const { data, errors } = await atHome(side)(
    `mutation Answer($input: ${type}!) { done: ${name}(input: $input) { isTaken userErrors { code } } }`,
    { input },
  );
  expect([errors, data?.done]).toEqual([undefined, { isTaken: true, userErrors: [] }]);
}

/** What a side comes to be asked of a child, or to ask. */
async function expectAsked(side: Side, child: string, asked: object[]) {
  const view = async () => {
    const { data } = await atHome(side)(ASKED, {});
    return data.openQuestions.arrivals
      .filter(({ childPseudonym }: { childPseudonym: string }) => childPseudonym === child)
      .map(({ asked: code, isNamed, isKnown }: { asked: string; isNamed: boolean; isKnown: boolean | null }) => ({
        ...{ asked: code, isNamed, isKnown },
      }));
  };
  await untilEqual(view, asked);
}

it('asks the authority that it names, which knows the child, notifies, and so ends the question', async () => {
  const { movement, child } = await arrive(REDBRIDGE, LAMBETH.organisation, '9990000212');
  const question = { asked: LAMBETH.organisation, isNamed: true, isKnown: null };
  for (const side of [LAMBETH, REDBRIDGE]) await expectAsked(side, child, [question]);
  await expectAsked(HAVERING, child, []);
  const id = `${movement}/${LAMBETH.organisation}`;
  await answer(LAMBETH, 'answerArrivalQuestion', 'AnswerArrivalQuestionInput', { question: id, isKnown: true });
  await expectAsked(REDBRIDGE, child, [{ ...question, isKnown: true }]);
  await notify(LAMBETH, REDBRIDGE, '9990000212');
  for (const side of [LAMBETH, REDBRIDGE]) await expectAsked(side, child, []);
});

it('asks whoever is responsible where nobody knows the origin, and the child stays theirs', async () => {
  await notify(HAVERING, LAMBETH, '9990000220');
  const { child } = await arrive(REDBRIDGE, 'UNKNOWN', '9990000220');
  await expectAsked(HAVERING, child, [{ asked: HAVERING.organisation, isNamed: false, isKnown: null }]);
});

it('a claim is read and answered at home, by whoever is responsible', async () => {
  const number = '9990000239';
  await notify(LAMBETH, REDBRIDGE, number);
  const { movement } = await notify(HAVERING, REDBRIDGE, number);
  const claims = async () => {
    const { data } = await atHome(LAMBETH)(ASKED, {});
    return data.openQuestions.claims.filter((claim: { movement: string }) => claim.movement === movement);
  };
  const waiting = { movement, claimant: HAVERING.organisation, responsible: LAMBETH.organisation };
  await untilEqual(claims, [{ ...waiting, owner: LAMBETH.organisation, answer: null }]);
  const words = 'The child has been theirs since May.';
  await answer(LAMBETH, 'answerClaim', 'AnswerClaimInput', { movement, isRight: true, answer: words });
  await untilEqual(claims, []);
  const { data } = await testHub.as('duty-team', { ...HAVERING, purpose })(
    'query ($id: ID!) { movement(id: $id) { responsible claim { isConfirmed answer } } }',
    { id: movement },
  );
  expect(data.movement).toEqual({
    ...{ responsible: HAVERING.organisation, claim: { isConfirmed: true, answer: words } },
  });
});
