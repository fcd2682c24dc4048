import {
  applyMove,
  foldEvents,
  MovementMove,
  receiveBy,
  recordedAfter,
  type Judge,
  type Movement,
  type MovementMessage,
  type Refused,
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
  const senders = new Map(state.unrecorded.map((message) => [message.id, message.sender])).set(sent.event.id, sender);
  const judge: Judge = (before, event) => {
    const refusal =
      refusalByHub({ event, sender: senders.get(event.id)!, movement: before }, directory) ??
      secondNotice(event.move, state.alreadyNotified);
    return refusal ? { refusal } : applyMove(before, event);
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
  };
}

/** Stamped once, when it is recorded. */
function stampOf({ now, events }: MessageState): (sent: SentMessage) => MovementMessage {
  const recordedAt = recordedAfter(events.at(-1), now);
  return ({ event, after }) => ({ event: { ...event, recordedAt }, after });
}

function secondNotice(move: MovementMove, other: string | null): Refused | null {
  if (move !== MovementMove.NOTIFY || other === null) return null;
  return {
    ...{ code: 'MOVE_ALREADY_NOTIFIED', field: 'childPseudonym' },
    message: `${other} is open and notifies this child's move already. Take its steps, or close or withdraw it first.`,
  };
}
