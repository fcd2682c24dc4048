import type { SentMessage } from '@hub/contract';
import type { EntityManager } from 'typeorm';
import { backOff } from './back-off';
import { bringUpToDate } from './bring-up-to-date';
import type { HubCall } from './hub-client';
import { HubProblem } from './hub-problem';
import type { OwnSide } from './own-side';
import { sendToHub, type Sent } from './send-to-hub';

/** The most messages that the hub takes at once. */
const BATCH = 50;

/** What a delivery came to. */
export interface Delivered {
  /** How many messages have a receipt now. */
  receipts: number;
  /** Why others have none; null where all have. */
  problem: string | null;
  /** How long until a message is due, in milliseconds; null where none waits. */
  nextInMs: number | null;
}

interface Waiting {
  id: string;
  body: SentMessage;
  attempts: number;
}

/**
 * Sends the hub what waits in the outbox and is due, in the order in which it was written. The result is written
 * down in one transaction; what has no receipt is sent again, later each time. To be run by one process at a time.
 */
export async function deliverOutbox(manager: EntityManager, own: OwnSide, call: HubCall): Promise<Delivered> {
  const waiting = await due(manager);
  const sent = waiting.length > 0 ? await send(waiting, call) : [];
  await manager.transaction(async (transaction) => {
    await writeReceipts(transaction, own, sent);
    await writeFailures(transaction, waiting, sent);
  });
  return {
    receipts: sent.filter(({ receipt }) => receipt !== null).length,
    problem: sent.find(({ problem }) => problem !== null)?.problem ?? null,
    nextInMs: await nextInMs(manager),
  };
}

/** What follows a message that has to wait, waits with it. */
async function due(manager: EntityManager): Promise<Waiting[]> {
  return manager.query<Waiting[]>(
    `SELECT id, body, attempts FROM movement_outbox AS message
     WHERE delivered_at IS NULL AND next_attempt_at <= now() AND NOT EXISTS (
       SELECT 1 FROM movement_outbox AS earlier
       WHERE earlier.movement_id = message.movement_id AND earlier.sequence < message.sequence
         AND earlier.delivered_at IS NULL AND earlier.next_attempt_at > now())
     ORDER BY sequence LIMIT $1`,
    [BATCH],
  );
}

async function send(waiting: readonly Waiting[], call: HubCall): Promise<Sent[]> {
  try {
    return await sendToHub(
      waiting.map(({ body }) => body),
      call,
    );
  } catch (error) {
    // Whoever ends the relay is not a failure of the hub.
    if (!(error instanceof HubProblem) || call.signal.aborted) throw error;
    return waiting.map(({ id }) => ({ id, receipt: null, problem: error.message }));
  }
}

async function writeReceipts(manager: EntityManager, own: OwnSide, sent: readonly Sent[]): Promise<void> {
  const receipts = sent.flatMap(({ id, receipt }) => (receipt === null ? [] : [{ id, ...outcomeOf(receipt) }]));
  if (receipts.length === 0) return;
  const [delivered] = await manager.query<[{ movementId: string; outcome: string }[]]>(
    `UPDATE movement_outbox AS message
     SET delivered_at = now(), attempts = attempts + 1, last_problem = NULL, outcome = receipt.outcome,
       refusal = receipt.refusal
     FROM jsonb_to_recordset($1) AS receipt(id text, outcome text, refusal jsonb)
     WHERE message.id = receipt.id AND delivered_at IS NULL
     RETURNING movement_id AS "movementId", message.outcome`,
    [JSON.stringify(receipts)],
  );
  const refused = delivered.filter(({ outcome }) => outcome === 'REFUSED').map(({ movementId }) => movementId);
  for (const movement of new Set(refused)) await bringUpToDate(manager, own, movement);
}

function outcomeOf({ outcome, refusal }: NonNullable<Sent['receipt']>) {
  return { outcome: outcome === 'ALREADY_RECORDED' ? 'RECORDED' : outcome, refusal };
}

async function writeFailures(
  manager: EntityManager,
  waiting: readonly Waiting[],
  sent: readonly Sent[],
): Promise<void> {
  const attempts = new Map(waiting.map(({ id, attempts }) => [id, attempts + 1]));
  const failures = sent
    .filter(({ problem }) => problem !== null)
    .map(({ id, problem }) => ({ id, problem, ms: backOff(attempts.get(id)!) }));
  if (failures.length === 0) return;
  await manager.query(
    `UPDATE movement_outbox AS message
     SET attempts = attempts + 1, last_problem = failure.problem,
       next_attempt_at = clock_timestamp() + failure.ms * interval '1 millisecond'
     FROM jsonb_to_recordset($1) AS failure(id text, problem text, ms int) WHERE message.id = failure.id`,
    [JSON.stringify(failures)],
  );
}

async function nextInMs(manager: EntityManager): Promise<number | null> {
  const [{ ms }] = await manager.query<[{ ms: number | null }]>(
    `SELECT extract(epoch FROM min(next_attempt_at) - clock_timestamp())::float8 * 1000 AS ms FROM (
       SELECT DISTINCT ON (movement_id) next_attempt_at FROM movement_outbox
       WHERE delivered_at IS NULL ORDER BY movement_id, sequence) AS foremost`,
  );
  return ms === null ? null : Math.max(0, ms);
}
