import { MovementMove } from '@hub/contract';
import { fieldsByMove, mustSay } from '../move-schemas';
import { STANDING } from '../standing';
import type { Outcome, PlainApi } from '../route/plain-route';

const PAGE = 'pageInfo { hasNextPage endCursor }';
const DONE = '{ movement state step record { id status } userErrors { field code message } }';
const STEP =
  'id movement move side authority person role occurredAt standing recordedAt reason recordedBy evidence confirmation';
const MOVEMENT = `id state originCode destinationCode notifiedAt endedAt`;
const RECORD = `record { id childPseudonym side authority counterpart movementState status team { name contact } plan planSince
  categoryOfNeed sent { title sha256 } received { title sha256 } isShielded isAdopted openedOn closedOn isSynthetic }`;

/** The movements of a partnership as it has them itself, for its own people and system. */
export const HOME_MOVEMENTS: PlainApi = {
  title: 'A partnership at home: movements of children',
  description: [
    'Children who move between local authorities, as one partnership records them for its own side: its own people, and its own system.',
    'It is the same as its GraphQL API, with the same tokens, limits, rules and record of access.',
    '',
    'What is recorded here is on its way to the hub, which alone can make it count: `step` is `PENDING` until it has (202).',
    'Of an object more may be said in time: read past what you do not know.',
  ].join('\n'),
  conditions: {
    NotifyMovement: (fields) => mustSay(MovementMove.NOTIFY, fields),
    AmendNotice: (fields) => mustSay(MovementMove.AMEND_NOTICE, fields),
    TakeMovementStep: fieldsByMove,
  },
  routes: [
    {
      ...{ method: 'POST', path: '/movements/notices', summary: 'Notify that a child moves', outcome: standing },
      operation: `mutation NotifyMovement($input: NotifyMovementInput!) { notifyMovement(input: $input) ${DONE} }`,
    },
    {
      ...{ method: 'PATCH', path: '/movements/{movement}/notice', summary: 'Amend a notice', outcome: standing },
      operation: `mutation AmendNotice($input: AmendNoticeInput!) { amendNotice(input: $input) ${DONE} }`,
    },
    {
      ...{
        method: 'POST',
        path: '/movements/{movement}/links',
        summary: "Say a child's NHS number",
        outcome: standing,
      },
      operation: `mutation LinkChild($input: LinkChildInput!) { linkChild(input: $input) ${DONE} }`,
    },
    {
      ...{
        method: 'POST',
        path: '/movements/{movement}/steps',
        summary: 'Take a step of a movement',
        outcome: standing,
      },
      operation: `mutation TakeMovementStep($input: TakeMovementStepInput!) { takeMovementStep(input: $input) ${DONE} }`,
    },
    {
      ...{ method: 'POST', path: '/movements/arrivals', summary: 'Record a child who arrived without a notice' },
      operation: `mutation RecordArrival($input: RecordArrivalInput!) { recordArrival(input: $input) ${DONE} }`,
    },
    {
      ...{ method: 'PATCH', path: '/movements/{movement}/record', summary: "Change the own side's record" },
      operation: `mutation UpdateChildRecord($input: UpdateChildRecordInput!) { updateChildRecord(input: $input) ${DONE} }`,
    },
    {
      ...{ method: 'POST', path: '/movements/look-ups', summary: 'Look a child up' },
      operation: `query LookUpChild($input: LookUpChildInput!) { childLookUp(input: $input) {
        childPseudonym movements { ${MOVEMENT} } atHub { responsible responsibleName isClaimed isMoving hasOthers }
        hubProblem userErrors { field code message } } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/questions', summary: 'List what others ask, and are asked' },
      operation: `query ListOpenQuestions { openQuestions {
        arrivals { id childPseudonym asking asked isNamed isToldByHub arrivedOn since isKnown reason dueOn }
        claims { movement childPseudonym claimant responsible owner since answer dueOn } hasMore hubProblem } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/arrivals/answers', summary: 'Answer whether a child is known' },
      operation: `mutation AnswerArrivalQuestion($input: AnswerArrivalQuestionInput!) {
        answerArrivalQuestion(input: $input) { isTaken userErrors { field code message } } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/claims/{movement}/answer', summary: 'Answer a claim' },
      operation: `mutation AnswerClaim($input: AnswerClaimInput!) {
        answerClaim(input: $input) { isTaken userErrors { field code message } } }`,
    },
    {
      ...{ method: 'GET', path: '/movements', summary: 'List own movements' },
      operation: `query ListOwnMovements($first: Int! = 100, $after: String, $status: ChildRecordStatus) {
        movements(first: $first, after: $after, status: $status) { edges { node { ${MOVEMENT} } } ${PAGE} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/inbox', summary: 'List what the hub has recorded of own movements' },
      operation: `query ListOwnInbox($first: Int! = 100, $after: String) {
        inbox(first: $first, after: $after) { edges { node { ${STEP} } } ${PAGE} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/undelivered', summary: 'List what the hub has not recorded' },
      operation: `query ListOwnUndelivered($first: Int! = 100, $after: String, $settled: Boolean! = false) {
        partnership { undeliveredMessages(first: $first, after: $after, settled: $settled) {
          edges { node { messageId movement move writtenAt attempts lastProblem code field reason owner } } ${PAGE} } } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/undelivered/{message}/settlement', summary: 'Settle a refused step' },
      operation: `mutation SettleRefusedStep($input: SettleRefusedStepInput!) { settleRefusedStep(input: $input) {
        settled { messageId movement move code field reason } userErrors { field code message } } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/{id}', summary: 'Look up an own movement' },
      operation: `query LookUpOwnMovement($id: ID!) { movement(id: $id) { ${MOVEMENT} ${STANDING} steps { ${STEP} } ${RECORD} } }`,
    },
  ],
};

/** What is taken here counts once the hub has recorded it. */
function standing({ step }: Record<string, unknown>): Outcome {
  if (step === 'PENDING') return 202;
  if (step !== 'REFUSED') return 200;
  const message =
    'The hub refused it, so it did not happen. GET /movements/undelivered says why; take a better step by a new key.';
  return { code: 'REFUSED_BY_THE_HUB', field: 'step', message };
}
