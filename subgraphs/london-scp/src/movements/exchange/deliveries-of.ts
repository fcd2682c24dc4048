import { destinationsOf, messagesOf, type Movement, type MovementMessage } from '@hub/contract';
import type { ExchangeDirectory } from './exchange-directory';
import type { DeliveryBody, MovementDeliveryRecord, MovementMessageRecord } from './message-records';
import type { Settled } from './settle-message';

/** A delivery before the table has numbered it. */
export type NewDelivery = Omit<MovementDeliveryRecord, 'id'>;

/**
 * What partnerships are to fetch after a message: each move recorded, at either side's partnership, its sender's too, so
 * that both take the same history, with what a new destination has not had of it; and what was held and is refused now, at its sender's.
 *
 * @param own - id of the message itself, of which its sender has the receipt.
 */
export function deliveriesOf(
  { movement, stored, refused }: Settled,
  { messages, now, own }: { messages: readonly MovementMessageRecord[]; now: Date; own: string },
  { partnershipOf }: ExchangeDirectory,
): NewDelivery[] {
  const delivery = (recipient: string, messageId: string, movementId: string, body: DeliveryBody): NewDelivery => ({
    ...{ recipient, movementId, messageId, body, createdAt: now.toISOString(), acknowledgedAt: null },
    ...{ problem: null, problemAt: null },
  });
  const moves = (movement ? addressed(movement, partnershipOf) : [])
    .filter(({ step }) => step >= stored)
    .map(({ recipient, message }) => delivery(recipient, message.event.id, message.event.movement, { message }));
  const refusals = messages
    .filter(({ id }) => id !== own && refused.has(id))
    .map(({ id, movementId, sender, body }) =>
      delivery(sender, id, movementId, { refused: body, refusal: refused.get(id)! }),
    );
  return [...moves, ...refusals];
}

/** A message of a history, who is to have it, and the step with which it becomes theirs. */
interface Addressed {
  recipient: string;
  message: MovementMessage;
  step: number;
}

/**
 * Who is to have which message of a history. A step goes to the origin and to the destination, before it and after; to whoever
 * becomes the destination goes all that went before.
 */
function addressed(movement: Movement, partnershipOf: ExchangeDirectory['partnershipOf']): Addressed[] {
  const messages = messagesOf(movement);
  const destinations = destinationsOf(movement);
  const had = new Map<string, number>();
  return messages.flatMap((_, step) => {
    const parties = [movement.origin, destinations[step - 1] ?? movement.origin, destinations[step]!].map(
      partnershipOf,
    );
    const recipients = [...new Set(parties)].filter((party) => party !== null);
    return recipients.flatMap((recipient) => {
      const first = had.get(recipient) ?? 0;
      had.set(recipient, step + 1);
      return messages.slice(first, step + 1).map((message) => ({ recipient, message, step }));
    });
  });
}
