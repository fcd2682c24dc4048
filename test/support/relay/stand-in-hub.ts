import {
  EMPTY_INBOX,
  receive,
  type MovementEvent,
  type MovementInbox,
  type MovementMessage,
  type Refused,
} from '@hub/contract';
import { buildSchema, graphql, type ExecutionResult } from 'graphql';
import { LAMBETH, REDBRIDGE } from '../movement-story';
import type { Asked } from './faulty-door';

/** What the hub's schema has for the systems of partnerships. */
const SCHEMA = buildSchema(`
  type Query { movementInbox(first: Int!): [Delivery!] }
  type Mutation {
    recordMovementMessages(input: RecordMovementMessagesInput!): Recorded
    acknowledgeMovementDeliveries(input: AcknowledgeInput!): Acknowledged
    reportMovementDeliveries(input: ReportInput!): Reported
    settleRefusedMessage(input: SettleRefusedMessageInput!): Settled
    recordArrivals(input: RecordArrivalsInput!): Arrived
  }
  input RecordArrivalsInput { arrivals: [ArrivalInput!]! }
  input ArrivalInput { id: ID! childPseudonym: ID! origin: ID! destination: ID! arrivedOn: String! isOpen: Boolean! }
  type Arrived { recorded: [ID!]! userErrors: [UserError!]! }
  input SettleRefusedMessageInput { message: ID! note: String! person: ID settledAt: String }
  type Settled { userErrors: [UserError!]! }
  type UserError { code: String! }
  input RecordMovementMessagesInput { messages: [MessageInput!]! }
  input MessageInput { id: ID! movement: ID! after: ID move: String! side: String! authority: ID! person: ID! role: String!
    occurredAt: String! data: String! }
  input AcknowledgeInput { ids: [ID!]! }
  input ReportInput { deliveries: [MovementDeliveryReport!]! }
  input MovementDeliveryReport { id: ID! problem: String! }
  type Recorded { receipts: [Receipt!]! }
  type Receipt { messageId: ID! outcome: String! code: String field: String message: String }
  type Acknowledged { acknowledged: [ID!]! }
  type Reported { reported: [ID!]! }
  type Delivery { id: ID! problem: String message: Message! refusal: Refusal }
  type Message { id: ID! movement: ID! after: ID move: String! side: String! authority: ID! person: ID! role: String!
    occurredAt: String! recordedAt: String data: String! }
  type Refusal { code: String! field: String! message: String! }
`);

type Sent = Omit<MovementEvent, 'data' | 'recordedAt'> & { data: string; after?: string | null };
type Delivery = {
  id: string;
  problem?: string;
  message: Sent & { recordedAt: string | null };
  refusal: Refused | null;
};

const PARTNERSHIPS: Readonly<Record<string, string>> = { [LAMBETH]: 'lambeth', [REDBRIDGE]: 'redbridge' };

/** A hub that fits in memory, and judges as the procedure does. */
export class StandInHub {
  readonly movements = new Map<string, MovementInbox>();
  /** Each thing is delivered this often. */
  deliveries = 1;
  /** Later deliveries come first. */
  isBackwards = false;
  /** The hub fails at this movement. */
  failing: string | null = null;
  /** What moves are called in what the hub sends, as one would that is newer. */
  readonly renamed = new Map<string, string>();
  /** What it was told that people have settled, each as often as it was. */
  readonly settled: { message: string; note: string; person: string; settledAt: string }[] = [];
  /** What it was told of arrivals, each as often as it was. */
  readonly arrivals: { id: string; origin: string; destination: string; arrivedOn: string; isOpen: boolean }[] = [];
  /** The hub forgets to give receipts, this often. */
  forgottenReceipts = 0;
  /** Told for whom there is something. */
  onDelivery: (partnership: string) => void = () => undefined;
  private readonly inboxes: Record<string, Delivery[]> = { lambeth: [], redbridge: [] };
  private count = 0;

  /** What a partnership has reported of deliveries that still wait for it: the movement, and the problem. */
  problemsOf(partnership: string): [movement: string, problem: string][] {
    return this.inboxes[partnership]!.flatMap(({ message, problem }) =>
      problem === undefined ? [] : [[message.movement, problem]],
    );
  }

  /** The ids of a movement's messages, in the hub's order. */
  historyOf(movement: string): string[] {
    return this.movements.get(movement)?.movement?.history.map(({ event }) => event.id) ?? [];
  }

  answer = ({ who, query, variables }: Asked): Promise<ExecutionResult> =>
    graphql({
      schema: SCHEMA,
      source: query,
      variableValues: variables,
      rootValue: {
        recordMovementMessages: ({ input }: { input: { messages: Sent[] } }) => {
          const receipts = input.messages.map((message) => this.record(who, message));
          return { receipts: this.forgottenReceipts-- > 0 ? [] : receipts };
        },
        movementInbox: ({ first }: { first: number }) => {
          const inbox = this.isBackwards ? this.inboxes[who]!.toReversed() : this.inboxes[who]!;
          const newFirst = inbox.toSorted((one, other) => Number('problem' in one) - Number('problem' in other));
          return newFirst.slice(0, first).map((delivery) => {
            const { message } = delivery;
            return { ...delivery, message: { ...message, move: this.renamed.get(message.move) ?? message.move } };
          });
        },
        acknowledgeMovementDeliveries: ({ input: { ids } }: { input: { ids: string[] } }) => {
          this.inboxes[who] = this.inboxes[who]!.filter(({ id }) => !ids.includes(id));
          return { acknowledged: ids };
        },
        settleRefusedMessage: ({ input }: { input: StandInHub['settled'][number] }) => {
          this.settled.push(input);
          return { userErrors: [] };
        },
        recordArrivals: ({ input: { arrivals } }: { input: { arrivals: StandInHub['arrivals'] } }) => {
          this.arrivals.push(...arrivals);
          return { recorded: arrivals.map(({ id }) => id), userErrors: [] };
        },
        reportMovementDeliveries: ({ input }: { input: { deliveries: { id: string; problem: string }[] } }) => {
          for (const { id, problem } of input.deliveries) {
            Object.assign(this.inboxes[who]!.find((delivery) => delivery.id === id) ?? {}, { problem });
          }
          return { reported: input.deliveries.map(({ id }) => id) };
        },
      },
    });

  private record(who: string, { data, after = null, ...event }: Sent) {
    if (event.movement === this.failing) throw new Error('The hub fails at this movement.');
    const before = this.movements.get(event.movement) ?? EMPTY_INBOX;
    const isKnown = this.historyOf(event.movement).includes(event.id);
    const message: MovementMessage = {
      event: { ...event, data: JSON.parse(data) as MovementEvent['data'], recordedAt: new Date().toISOString() },
      after,
    };
    const next = receive(before, message);
    this.movements.set(event.movement, next);
    this.deliver(who, event.id, before, next);
    const refusal = next.refused.find((refused) => refused.message.event.id === event.id)?.refusal;
    const isRecorded = this.historyOf(event.movement).includes(event.id);
    const outcome = refusal ? 'REFUSED' : !isRecorded ? 'HELD' : isKnown ? 'ALREADY_RECORDED' : 'RECORDED';
    return { messageId: event.id, outcome, ...refusal };
  }

  private deliver(who: string, own: string, before: MovementInbox, { movement, refused }: MovementInbox) {
    const steps = movement?.history ?? [];
    steps.slice(before.movement?.history.length ?? 0).forEach(({ event }) => {
      const after = steps[steps.findIndex((step) => step.event === event) - 1]?.event.id ?? null;
      for (const code of [movement!.origin, movement!.destination]) {
        this.put(PARTNERSHIPS[code]!, { message: sentOf(event, after, event.recordedAt), refusal: null });
      }
    });
    for (const { message, refusal } of refused.slice(before.refused.length)) {
      if (message.event.id !== own) this.put(who, { message: sentOf(message.event, message.after, null), refusal });
    }
  }

  private put(partnership: string, delivery: Omit<Delivery, 'id'>) {
    for (let time = 0; time < this.deliveries; time++) {
      this.inboxes[partnership]!.push({ id: String(++this.count), ...delivery });
    }
    this.onDelivery(partnership);
  }
}

function sentOf({ data, ...event }: MovementEvent, after: string | null, recordedAt: string | null) {
  return { ...event, after, recordedAt, data: JSON.stringify(data) };
}
