import type { Logger } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { movementIdOf } from '../mutations/movement-id-of';
import { askHub, type HubCall } from './hub-client';

/** The most that are told at once. */
const BATCH = 50;

/**
 * How an arrival stands, as the hub is told. An adopted child's record is no arrival to anybody else: nothing links to it. That
 * of a demonstration is told to nobody.
 */
const UNTOLD = `
  SELECT arrival_id AS "arrivalId", arrived_on::text AS "arrivedOn", standing
  FROM child_record CROSS JOIN LATERAL (SELECT jsonb_build_object(
    'childPseudonym', child_pseudonym, 'origin', origin_code, 'destination', destination_code,
    'isOpen', status = 'OPEN' AND notified_at IS NULL AND NOT is_adopted) AS standing) AS now
  WHERE arrival_id IS NOT NULL AND NOT is_synthetic AND arrival_told IS DISTINCT FROM standing
    AND (arrival_told IS NOT NULL OR (standing ->> 'isOpen')::boolean)
  ORDER BY arrived_on, arrival_id LIMIT $1`;

interface Untold {
  arrivalId: string;
  arrivedOn: string;
  standing: { childPseudonym: string; origin: string; destination: string; isOpen: boolean };
}

const answer = z.object({
  recordArrivals: z.object({
    recorded: z.array(z.string()),
    userErrors: z.array(z.object({ code: z.string() })),
  }),
});

/**
 * Tells the hub of children who arrived without a notice, and of each again once it stands otherwise: put right, a notice's, or
 * closed. What has no answer is told again, which changes nothing there. To be run by one process at a time.
 *
 * @returns whether there may be more.
 * @throws HubProblem where the hub gives no answer that can be used.
 */
export async function tellArrivals(manager: EntityManager, call: HubCall, logger: Logger): Promise<boolean> {
  const untold = await manager.query<Untold[]>(UNTOLD, [BATCH]);
  if (untold.length === 0) return false;
  const query = `mutation RecordArrivals($input: RecordArrivalsInput!) {
    recordArrivals(input: $input) { recorded userErrors { code } } }`;
  const arrivals = untold.map(({ arrivalId, arrivedOn, standing }) => ({
    ...{ id: movementIdOf(arrivalId), arrivedOn, ...standing },
  }));
  const { data } = await askHub({ query, variables: { input: { arrivals } }, data: answer }, call);
  const codes = data.recordArrivals.userErrors.map(({ code }) => code);
  // What it refuses it would refuse again.
  if (codes.length > 0) logger.error({ codes }, 'the hub does not take arrivals as they are recorded here');
  await manager.query(
    `UPDATE child_record SET arrival_told = standing
     FROM jsonb_to_recordset($1) AS told("arrivalId" text, standing jsonb) WHERE arrival_id = "arrivalId"`,
    [JSON.stringify(untold)],
  );
  return untold.length === BATCH;
}
