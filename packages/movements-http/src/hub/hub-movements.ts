import { MovementMove, WEBHOOK_BODY } from '@hub/contract';
import { dataByMove, MOVE_DATA_COMPONENT, moveSchemas } from '../move-schemas';
import { STANDING } from '../standing';
import type { PlainApi } from '../route/plain-route';

const PAGE = 'pageInfo { hasNextPage endCursor }';
const MESSAGE = 'message { id movement after move side authority person role occurredAt recordedAt data }';
const REFUSAL = 'refusal { code field message }';
const REFUSED = 'userErrors { field code message }';
const LIMIT = 'clock { code state dueAt dueOn metAt }';
const CLAIM = `movement childPseudonym claimant responsible since settledAt isConfirmed answer answeredAt owner ${LIMIT}`;
const QUESTION = `id arrival childPseudonym asking asked isNamed isToldByHub arrivedOn since isKnown reason answeredAt evidence ${LIMIT}`;
const MOVEMENT =
  'id childPseudonym category state originCode originName destinationCode destinationName notifiedAt since acknowledgedAt closedAt';
const HISTORY = `
  movedOn permanence planning responsible expectedOn isUnnumbered
  ${STANDING}
  responsibility { authority from until }
  timeline { position move side authority person role state occurredAt recordedAt reason confirmation recordedBy evidence approver circumstance outcome nextReviewOn conferenceOn conferenceOutcome organisation withheld isShielded transferPack { title sha256 } }
  siblings { childPseudonym movesTogether isUnnumbered movements { id state } }
  clocks { code state startedAt dueAt dueOn metAt lateBySeconds unknownBecause }
  claim { ${CLAIM} }`;

/** The exchange of movements as the hub has it, for the systems of partnerships. */
export const HUB_MOVEMENTS: PlainApi = {
  title: 'London SCP hub: movements of children',
  description: [
    'Children who move between local authorities: what a system tells the hub, and what the hub has for it.',
    'It is the same exchange as the GraphQL API has, with the same tokens, limits, rules and record of access.',
    '',
    `A move is a message with an id of its own (\`MovementMessageInput\`); the first is \`${MovementMove.NOTIFY}\`. What each must say is in \`NotifyData\` and the others.`,
    'Send it until there is a receipt. Fetch the inbox, store what is new, and acknowledge it: what is not acknowledged comes again.',
    'Of an object more may be said in time: read past what you do not know.',
  ].join('\n'),
  jsonTexts: { 'MovementMessageInput.data': MOVE_DATA_COMPONENT, 'MovementMessage.data': MOVE_DATA_COMPONENT },
  components: moveSchemas(),
  conditions: { MovementMessageInput: dataByMove, MovementMessage: dataByMove },
  webhooks: {
    movement: {
      operationId: 'tellOfMovement',
      summary: 'There is something to ask for',
      description: [
        'Posted to the address of a partnership that the hub is configured with. It says which movement has come on, or had a step of yours refused, and nothing of the child: fetch the inbox, or look the movement up.',
        'Verify the signature, refuse one whose `created` is more than five minutes away, and take each `id` once. Answer 2xx within ten seconds, and work afterwards.',
        'What is not taken comes again, later each time, for three days; of one movement in the order in which things happened.',
      ].join('\n'),
      body: WEBHOOK_BODY,
    },
  },
  routes: [
    {
      ...{ method: 'POST', path: '/movements/messages', summary: 'Tell the hub of moves' },
      operation: `mutation SendMovementMessages($input: RecordMovementMessagesInput!) {
        recordMovementMessages(input: $input) { receipts { messageId outcome code field message } ${REFUSED} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/inbox', summary: 'Fetch what the hub has for you' },
      operation: `query FetchMovementInbox($first: Int! = 100) {
        movementInbox(first: $first) { id problem ${MESSAGE} ${REFUSAL} } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/inbox/acknowledgements', summary: 'Say what is safe with you' },
      operation: `mutation AcknowledgeMovementDeliveries($input: AcknowledgeMovementDeliveriesInput!) {
        acknowledgeMovementDeliveries(input: $input) { acknowledged ${REFUSED} } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/inbox/reports', summary: 'Say what you could not take' },
      operation: `mutation ReportMovementDeliveries($input: ReportMovementDeliveriesInput!) {
        reportMovementDeliveries(input: $input) { reported ${REFUSED} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/undelivered', summary: 'List what you are to see to' },
      operation: `query ListUndeliveredMessages($first: Int! = 100, $after: String, $settled: Boolean! = false) {
        undeliveredMessages(first: $first, after: $after, settled: $settled) { edges { node { since owner ${MESSAGE} ${REFUSAL} } } ${PAGE} } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/undelivered/{message}/settlement', summary: 'Settle a refused message' },
      operation: `mutation SettleRefusedMessage($input: SettleRefusedMessageInput!) { settleRefusedMessage(input: $input) {
        settled { since owner ${MESSAGE} ${REFUSAL} } ${REFUSED} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/claims', summary: 'List claims to be responsible that wait to be settled' },
      operation: `query ListResponsibilityClaims($first: Int! = 100, $after: String) {
        responsibilityClaims(first: $first, after: $after) { edges { node { ${CLAIM} } } ${PAGE} } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/claims/{movement}/answer', summary: 'Answer a claim' },
      operation: `mutation AnswerResponsibilityClaim($input: AnswerResponsibilityClaimInput!) {
        answerResponsibilityClaim(input: $input) { claim { ${CLAIM} } ${REFUSED} } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/arrivals', summary: 'Tell the hub of arrivals without a notice' },
      operation: `mutation RecordArrivals($input: RecordArrivalsInput!) {
        recordArrivals(input: $input) { recorded ${REFUSED} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/arrivals', summary: 'List what is asked about arrivals' },
      operation: `query ListArrivalQuestions($first: Int! = 100, $after: String) {
        arrivalQuestions(first: $first, after: $after) { edges { node { ${QUESTION} } } ${PAGE} } }`,
    },
    {
      ...{ method: 'POST', path: '/movements/arrivals/answers', summary: 'Answer whether a child is known' },
      operation: `mutation AnswerArrival($input: AnswerArrivalInput!) {
        answerArrival(input: $input) { question { ${QUESTION} } ${REFUSED} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements', summary: 'List movements that you are a party to' },
      operation: `query ListMovements($first: Int! = 100, $after: String, $filter: MovementFilter) {
        movements(first: $first, after: $after, filter: $filter) { edges { node { ${MOVEMENT} } } ${PAGE} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/due', summary: 'List what is due, earliest first' },
      operation: `query ListDueSteps($first: Int! = 100, $after: String, $isOwn: Boolean! = false) {
        dueSteps(first: $first, after: $after, isOwn: $isOwn) {
          edges { node { step { move authority clock dueAt dueOn } movement { ${MOVEMENT} }
            claim { ${CLAIM} } question { ${QUESTION} } } } ${PAGE} } }`,
    },
    {
      ...{ method: 'GET', path: '/movements/{id}', summary: 'Look up a movement' },
      operation: `query LookUpMovement($id: ID!) { movement(id: $id) { ${MOVEMENT} ${HISTORY} } }`,
    },
  ],
};
