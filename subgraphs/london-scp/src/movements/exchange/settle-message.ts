import {
  applyMove,
  chainAfter,
  foldEvents,
  receiveBy,
  recordedAfter,
  refusalByChain,
  type Judge,
  type Movement,
  type MovementMessage,
  type Refused,
  type ResponsibilityChain,
  type SentMessage,
} from '@hub/contract';
import type { ExchangeDirectory } from './exchange-directory';
import type { MessageState } from './message-state';
import { refusalByHub } from './refusal-by-hub';

/** What follows from a message. */
export interface Settled {
  /** Null where there is none yet. */
  movement: Movement | null;
  /** How many moves it had before. */
  stored: number;
  /** Moves that were recorded, each after the one before it. */
  recorded: MovementMessage[];
  /** Why messages were refused, by id. */
  refused: ReadonlyMap<string, Refused>;
  /** Who is responsible for the child now. */
  chain: ResponsibilityChain;
}

/**
 * Takes a message into its movement, with those that were held for it. What is neither recorded nor refused is held. Pure:
 * it writes nothing down.
 */
export function settleMessage(
  state: MessageState,
  { sender, sent }: { sender: string; sent: SentMessage },
  directory: ExchangeDirectory,
): Settled {
  const movement = foldEvents(state.events);
  const stamp = stampOf(state);
  let { chain } = state;
  const senders = new Map(state.unrecorded.map((message) => [message.id, message.sender])).set(sent.event.id, sender);
  const judge: Judge = (before, event) => {
    const refusal =
      refusalByHub({ event, sender: senders.get(event.id)!, movement: before }, directory) ??
      refusalByChain(chain, { movement: before, others: state.others, event });
    if (refusal) return { refusal };
    const result = applyMove(before, event);
    if (result.movement) chain = chainAfter(chain, result.movement, result.movement.history.at(-1)!);
    return result;
  };
  const inbox = {
    movement,
    held: state.unrecorded.filter(({ outcome }) => outcome === 'HELD').map(({ body }) => stamp(body)),
    refused: state.unrecorded.flatMap(({ body, refusal }) => (refusal ? { message: stamp(body), refusal } : [])),
  };
  // What the hub would refuse from this sender in any case is not held first.
  const isRefused = refusalByHub({ event: sent.event, sender, movement }, directory) !== null;
  const next = receiveBy(judge, inbox, { ...stamp(sent), ...(isRefused && { after: null }) });
  const stored = state.events.length;
  const history = next.movement?.history ?? [];
  return {
    movement: next.movement,
    stored,
    recorded: history.slice(stored).map(({ event }, index) => ({
      event,
      after: history[stored + index - 1]?.event.id ?? null,
    })),
    refused: new Map(
      next.refused.slice(inbox.refused.length).map(({ message, refusal }) => [message.event.id, refusal]),
    ),
    chain,
  };
}

/** Stamped once, when it is recorded: of one child, each after the one before it. */
function stampOf({ now, events, childLastAt }: MessageState): (sent: SentMessage) => MovementMessage {
  const afterOthers = childLastAt === null ? now : new Date(Math.max(now.getTime(), Date.parse(childLastAt) + 1));
  const recordedAt = recordedAfter(events.at(-1), afterOthers);
  return ({ event, after }) => ({ event: { ...event, recordedAt }, after });
}
