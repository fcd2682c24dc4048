import {
  destinationsOf,
  holderOf,
  outOfBounds,
  type Movement,
  type Refused,
  type ResponsibilityChain,
  type SentMessage,
} from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { storeMovements } from '../store/store-movements';
import { deliveriesOf } from './deliveries-of';
import type { ExchangeDirectory } from './exchange-directory';
import { lockMovement } from './lock-movement';
import { MovementDeliveryRecord, MovementMessageRecord } from './message-records';
import { messageState, type MessageState } from './message-state';
import { settleMessage, type Settled } from './settle-message';
import { sendRefusalToFeed, sendToFeed } from './send-to-feed';

/** Result of a message. */
export interface Recorded {
  outcome: 'RECORDED' | 'ALREADY_RECORDED' | 'HELD' | 'REFUSED';
  /** Why it was refused, or null. */
  refusal: Refused | null;
  /** Pseudonym of the child that it is about, as far as its sender may know. */
  child: string | null;
}

/** A message, and the partnership that sent it. */
export interface IncomingMessage {
  /** Id of the partnership. */
  sender: string;
  sent: SentMessage;
}

/**
 * Records a message, once, however often it is sent, with all that follows from it: to be run in a transaction of its own,
 * so that either all of it is there or nothing. A message that follows one that has not come is held until it comes.
 */
export async function recordMessage(
  manager: EntityManager,
  incoming: IncomingMessage,
  directory: ExchangeDirectory,
): Promise<Recorded> {
  const { sender, sent } = incoming;
  const unkept = outOfBounds(sent);
  if (unkept) return { outcome: 'REFUSED', refusal: unkept, child: null };
  await lockMovement(manager, sent);
  const state = await messageState(manager, sender, sent);
  if (state.before) return again(state.before, sent);
  const settled = settleMessage(state, incoming, directory);
  await write(manager, { incoming, state, settled }, directory);
  const refusal = settled.refused.get(sent.event.id) ?? null;
  const isRecorded = settled.recorded.some(({ event }) => event.id === sent.event.id);
  return { outcome: refusal ? 'REFUSED' : isRecorded ? 'RECORDED' : 'HELD', refusal, child: childOf(sent, settled) };
}

/** The same again is answered as it was before; another message under the same id is none. */
function again({ message, isSame }: NonNullable<MessageState['before']>, { event }: SentMessage): Recorded {
  const child = event.data.childPseudonym ?? null;
  if (!isSame) {
    const remedy = `The id ${event.id} was given to another message. Give each message an id of its own.`;
    return { outcome: 'REFUSED', refusal: { code: 'ID_TAKEN', field: 'id', message: remedy }, child };
  }
  const { outcome, refusal } = message;
  return { outcome: outcome === 'RECORDED' ? 'ALREADY_RECORDED' : outcome, refusal, child };
}

async function write(
  manager: EntityManager,
  { incoming, state, settled }: { incoming: IncomingMessage; state: MessageState; settled: Settled },
  directory: ExchangeDirectory,
): Promise<void> {
  const { now, isSynthetic } = state;
  const { movement, stored, recorded } = settled;
  const messages = messageRows(incoming, state, settled);
  if (movement !== null && recorded.length > 0) {
    await storeMovements(manager, [{ movement, stored, isSynthetic }], { rules: directory.rules, now });
  }
  await manager.upsert(MovementMessageRecord, messages, ['id']);
  const deliveries = deliveriesOf(settled, { messages, now, own: incoming.sent.event.id }, directory);
  if (deliveries.length > 0) await manager.insert(MovementDeliveryRecord, deliveries);
  for (const { sender, body } of messages.filter(({ outcome }) => outcome === 'REFUSED')) {
    await sendRefusalToFeed(manager, { event: body.event, sender }, directory.partnershipOf);
  }
  if (movement !== null && recorded.length > 0) {
    const concerned = [...claimingIn(settled.chain), ...formerDestinations(movement, recorded.length)];
    await sendToFeed(manager, { ...movement, concerned }, directory.partnershipOf);
  }
}

/** Whoever is responsible and whoever claims to be, where that is in dispute: they are to hear of it, parties or not. */
function claimingIn(chain: ResponsibilityChain): string[] {
  const open = chain.claims.filter(({ settlement }) => settlement === null).map(({ claimant }) => claimant);
  return open.length > 0 ? [holderOf(chain)!, ...open] : [];
}

/** Whoever was the destination until these last steps, and is to hear that it is not any more. */
function formerDestinations(movement: Movement, steps: number): string[] {
  return destinationsOf(movement).slice(-steps - 1);
}

/** The message, and those that were held for it and are settled now. */
function messageRows(
  { sender, sent }: IncomingMessage,
  state: MessageState,
  settled: Settled,
): MovementMessageRecord[] {
  const at = state.now.toISOString();
  const recorded = new Set(settled.recorded.map(({ event }) => event.id));
  const own = { id: sent.event.id, movementId: sent.event.movement, sender, body: sent, receivedAt: at };
  return [own, ...state.unrecorded.filter(({ outcome }) => outcome === 'HELD')].flatMap((message) => {
    const refusal = settled.refused.get(message.id) ?? null;
    if (refusal) return { ...message, outcome: 'REFUSED' as const, refusal, settledAt: at };
    if (recorded.has(message.id)) return { ...message, outcome: 'RECORDED' as const, refusal: null, settledAt: at };
    return message === own ? { ...own, outcome: 'HELD' as const, refusal: null, settledAt: null } : [];
  });
}

function childOf({ event }: SentMessage, { movement, child, refused }: Settled): string | null {
  const isKnown = movement !== null && !refused.has(event.id);
  return (isKnown ? child : null) ?? event.data.childPseudonym ?? null;
}
