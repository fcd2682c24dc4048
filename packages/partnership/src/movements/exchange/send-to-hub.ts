import { MovementReceiptOutcome, type Refused, type SentMessage } from '@hub/contract';
import { z } from 'zod';
import { askHub, type HubCall } from './hub-client';

/** Result of a message at the hub, or why that is not known. */
export interface Sent {
  id: string;
  receipt: { outcome: `${MovementReceiptOutcome}`; refusal: Refused | null } | null;
  /** In words; null where there is a receipt. */
  problem: string | null;
}

const outcome = z.enum(MovementReceiptOutcome);
const text = z.string().nullable();
const receipt = z.object({ messageId: z.string(), outcome, code: text, field: text, message: text });
const answers = z.record(z.string(), z.object({ receipts: z.array(receipt) }).nullable());
const NO_RECEIPT = 'The hub answered without a receipt for this message.';

/**
 * Sends messages to the hub, in their order. Each movement has a field of its own in the operation: where the hub fails at one
 * movement, the others have their receipts.
 *
 * @throws HubProblem where it gives no answer that can be used.
 */
export async function sendToHub(messages: readonly SentMessage[], call: HubCall): Promise<Sent[]> {
  const groups = [...new Set(messages.map(({ event }) => event.movement))].map((movement) =>
    messages.filter(({ event }) => event.movement === movement),
  );
  const names = groups.map((_, index) => `movement${index}`);
  const query = `mutation SendMovementMessages(${names.map((name) => `$${name}: RecordMovementMessagesInput!`).join(', ')}) {
    ${names.map((name) => `${name}: recordMovementMessages(input: $${name}) { receipts { messageId outcome code field message } }`).join('\n')}
  }`;
  const variables = Object.fromEntries(groups.map((group, index) => [names[index], { messages: group.map(inputOf) }]));
  const { data, problem } = await askHub({ query, variables, data: answers }, call);
  const receipts = new Map(
    Object.values(data).flatMap((answer) => answer?.receipts.map((one) => [one.messageId, one] as const) ?? []),
  );
  return messages.map(({ event: { id } }) => {
    const found = receipts.get(id);
    if (!found) return { id, receipt: null, problem: problem ?? NO_RECEIPT };
    const { outcome, code, field, message } = found;
    const refusal = outcome === 'REFUSED' ? { code: code ?? '', field: field ?? '', message: message ?? '' } : null;
    return { id, receipt: { outcome, refusal }, problem: null };
  });
}

function inputOf({ event, after }: SentMessage) {
  return { ...event, after, data: JSON.stringify(event.data) };
}
