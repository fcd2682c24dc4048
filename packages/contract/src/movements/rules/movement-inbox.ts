import { applyMove } from './apply-move';
import type { Movement } from './movement';
import type { MovementEvent } from './movement-event';
import type { Refused } from './refusal';

/** A move on its way, and what it follows. */
export interface MovementMessage {
  event: MovementEvent;
  /** Id of the message, of either side, that its sender had last; null for the notice. */
  after: string | null;
}

/** A move as its sender sends it: when it is recorded only the hub can say. */
export interface SentMessage {
  event: Omit<MovementEvent, 'recordedAt'>;
  /** Id of the message, of either side, that its sender had last; null for the notice. */
  after: string | null;
}

/** A message that was not applied, and why. */
export interface RefusedMessage {
  message: MovementMessage;
  refusal: Refused;
}

/** The messages of one movement, and the movement that they make. */
export interface MovementInbox {
  /** Null until the notice is there. */
  movement: Movement | null;
  /** Those that wait for what they follow. */
  held: readonly MovementMessage[];
  refused: readonly RefusedMessage[];
}

/** Makes a move or refuses it, as {@link applyMove} does. */
export type Judge = (movement: Movement | null, event: MovementEvent) => { movement: Movement } | { refusal: Refused };

/** Before the first message. */
export const EMPTY_INBOX: MovementInbox = { movement: null, held: [], refused: [] };

/**
 * Takes a message. It is applied once what it follows is there, and held until then; it may come any number of times.
 * Messages that follow one another end in the same movement, in whatever order they come.
 *
 * Two messages that follow the same one were sent at the same time. The hub takes the first and then the second where
 * that is still a move; otherwise it is refused, and its sender learns what has happened meanwhile. Copies are made from
 * {@link messagesOf} the hub's movement, so that they agree.
 */
export function receive(inbox: MovementInbox, message: MovementMessage): MovementInbox {
  return receiveBy(applyMove, inbox, message);
}

/** As {@link receive}, by a judge who asks more than the table of transitions does. */
export function receiveBy(judge: Judge, inbox: MovementInbox, message: MovementMessage): MovementInbox {
  if (isKnown(inbox, message.event.id)) return inbox;
  let next: MovementInbox = { ...inbox, held: [...inbox.held, message] };
  for (let ready = readyIn(next); ready !== undefined; ready = readyIn(next)) next = settle(next, ready, judge);
  return next;
}

/** The messages of a movement as the hub recorded them, each after the one before. */
export function messagesOf({ history }: Movement): MovementMessage[] {
  return history.map(({ event }, index) => ({ event, after: history[index - 1]?.event.id ?? null }));
}

/** Whether a message was applied or refused: what follows a refused one waits no longer, and is judged by itself. */
function isSettled({ movement, refused }: MovementInbox, id: string): boolean {
  const isApplied = movement?.history.some(({ event }) => event.id === id) ?? false;
  return isApplied || refused.some(({ message }) => message.event.id === id);
}

function isKnown(inbox: MovementInbox, id: string): boolean {
  return isSettled(inbox, id) || inbox.held.some(({ event }) => event.id === id);
}

function readyIn(inbox: MovementInbox): MovementMessage | undefined {
  return inbox.held.find(({ after }) => after === null || isSettled(inbox, after));
}

function settle(inbox: MovementInbox, message: MovementMessage, judge: Judge): MovementInbox {
  const held = inbox.held.filter((other) => other !== message);
  const judged = judge(inbox.movement, message.event);
  return 'movement' in judged
    ? { ...inbox, held, movement: judged.movement }
    : { ...inbox, held, refused: [...inbox.refused, { message, refusal: judged.refusal }] };
}
