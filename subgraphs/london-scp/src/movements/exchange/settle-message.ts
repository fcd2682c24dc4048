import {
  applyMove,
  chainAfter,
  foldEvents,
  linkedToAnother,
  mergedChains,
  MovementMove,
  receiveBy,
  recordedAfter,
  refusalByChain,
  type Judge,
  type Movement,
  type MovementEvent,
  type MovementMessage,
  type Refused,
  type ResponsibilityChain,
  type SentMessage,
} from '@hub/contract';
import type { ExchangeDirectory } from './exchange-directory';
import type { LinkedChild, LinkedChildren } from './linked-children';
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
  /** What the child is known by now; null where there is no movement. */
  child: string | null;
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
  let child: ChildState = { ...state, isLinked: state.linked.isLinked };
  const senders = new Map(state.unrecorded.map((message) => [message.id, message.sender])).set(sent.event.id, sender);
  const judge: Judge = (before, event) => {
    const { chain, others } = child;
    const linked = linkedBy(event, state);
    const refusal =
      refusalByHub({ event, sender: senders.get(event.id)!, movement: before }, directory) ??
      refusalByChain(chain, { movement: before, others, event }) ??
      refusalByLinks(child, linked);
    if (refusal) return { refusal };
    const result = applyMove(before, event);
    if (result.movement && linked) child = linkedWith(child, linked, event.recordedAt);
    else if (result.movement) {
      child = { ...child, chain: chainAfter(chain, result.movement, result.movement.history.at(-1)!) };
    }
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
    chain: child.chain,
    child: child.child,
  };
}

/** A child, as one message after another is judged. */
type ChildState = Pick<MessageState, 'child' | 'chain' | 'others'> & Pick<LinkedChildren, 'isLinked'>;

/** The child that a link says a movement's child is; undefined of any other step. */
function linkedBy({ move, data }: MovementEvent, { linked }: MessageState): LinkedChild | undefined {
  return move === MovementMove.LINK_CHILD ? linked.children.get(data.childPseudonym ?? '') : undefined;
}

/** What stands for a child in one number stands for it in no other: nobody but people can tell which is wrong. */
function refusalByLinks({ child, isLinked }: ChildState, linked: LinkedChild | undefined): Refused | null {
  return isLinked && linked !== undefined && linked.child !== child ? linkedToAnother() : null;
}

function linkedWith(known: ChildState, { child, chain, others }: LinkedChild, at: string): ChildState {
  if (child === known.child) return known;
  return {
    ...{ child, isLinked: true, others: [...known.others, ...others] },
    chain: mergedChains(known.chain, chain, at),
  };
}

/** Stamped once, when it is recorded: of one child, each after the one before it. */
function stampOf({ now, events, childLastAt, linked }: MessageState): (sent: SentMessage) => MovementMessage {
  const last = [childLastAt, ...[...linked.children.values()].map((one) => one.childLastAt)];
  const afterOthers = Math.max(now.getTime(), ...last.map((at) => (at === null ? 0 : Date.parse(at) + 1)));
  const recordedAt = recordedAfter(events.at(-1), new Date(afterOthers));
  return ({ event, after }) => ({ event: { ...event, recordedAt }, after });
}
