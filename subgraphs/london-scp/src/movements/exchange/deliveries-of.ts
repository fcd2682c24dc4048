import type { ExchangeDirectory } from './exchange-directory';
import type { DeliveryBody, MovementDeliveryRecord, MovementMessageRecord } from './message-records';
import type { Settled } from './settle-message';

/** A delivery before the table has numbered it. */
export type NewDelivery = Omit<MovementDeliveryRecord, 'id'>;

/**
 * What partnerships are to fetch after a message: each move recorded, at either side's partnership, its sender's too, so
 * that both take the same history; and what was held and is refused now, at its sender's.
 *
 * @param own - id of the message itself, of which its sender has the receipt.
 */
export function deliveriesOf(
  { movement, recorded, refused }: Settled,
  { messages, now, own }: { messages: readonly MovementMessageRecord[]; now: Date; own: string },
  { partnershipOf }: ExchangeDirectory,
): NewDelivery[] {
  const delivery = (recipient: string, messageId: string, movementId: string, body: DeliveryBody): NewDelivery => ({
    ...{ recipient, movementId, messageId, body, createdAt: now.toISOString(), acknowledgedAt: null },
    ...{ problem: null, problemAt: null },
  });
  const parties = movement ? [partnershipOf(movement.origin), partnershipOf(movement.destination)] : [];
  const recipients = [...new Set(parties)].filter((party) => party !== null);
  const moves = recorded.flatMap((message) =>
    recipients.map((recipient) => delivery(recipient, message.event.id, message.event.movement, { message })),
  );
  const refusals = messages
    .filter(({ id }) => id !== own && refused.has(id))
    .map(({ id, movementId, sender, body }) =>
      delivery(sender, id, movementId, { refused: body, refusal: refused.get(id)! }),
    );
  return [...moves, ...refusals];
}
