import { MovementMove, MovementSide, type MoveData, type MovementEvent, type Refused } from '@hub/contract';
import { z } from 'zod';

/** Something that the hub has for the partnership: a recorded move, or why a message that it held is refused. */
export type InboxDelivery = { id: string; movement: string } & (
  | { kind: 'RECORDED'; event: MovementEvent; after: string | null }
  | { kind: 'REFUSED'; messageId: string; refusal: Refused }
);

/** Why a delivery is not taken: a value of the hub's `MovementDeliveryProblem`. */
export type DeliveryProblem = 'NOT_STORED' | 'NOT_UNDERSTOOD';

/** What is asked of a delivery. */
export const DELIVERY_FIELDS = `id problem message {
  id movement after move side authority person role occurredAt recordedAt data
} refusal { code field message }`;

const text = z.string();

/** A delivery as far as any hub says it, whatever it brings. */
export const offeredDelivery = z.looseObject({
  id: text,
  problem: text.nullable(),
  message: z.looseObject({ movement: text }),
});

/** A delivery as the hub answers it. */
const inboxDelivery = z
  .object({
    id: text,
    message: z.object({
      ...{ id: text, movement: text, after: text.nullable(), move: z.enum(MovementMove), side: z.enum(MovementSide) },
      ...{ authority: text, person: text, role: text, occurredAt: text, recordedAt: text.nullable(), data: text },
    }),
    refusal: z.object({ code: text, field: text, message: text }).nullable(),
  })
  .transform(({ id, message: { after, recordedAt, data, ...message }, refusal }, context): InboxDelivery => {
    const { movement } = message;
    if (refusal !== null) return { id, movement, kind: 'REFUSED', messageId: message.id, refusal };
    const said = readData(data);
    if (recordedAt !== null && said) {
      return { id, movement, kind: 'RECORDED', event: { ...message, recordedAt, data: said }, after };
    }
    context.addIssue('A recorded move has an instant, and says something in JSON.');
    return z.NEVER;
  });

/** What a delivery brings; null where that is not known here, as of a hub that is newer. */
export function readDelivery(offered: z.output<typeof offeredDelivery>): InboxDelivery | null {
  return inboxDelivery.safeParse(offered).data ?? null;
}

function readData(json: string): MoveData | null {
  try {
    return JSON.parse(json) as MoveData | null;
  } catch {
    return null;
  }
}
