import { connectionFrom, decodeCursor, pageSize, type Connection } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { partyCodes } from '../parties/party-codes';
import { claimOf, type ResponsibilityClaim } from './responsibility-claim';
import type { ResponsibilityClaimRecord } from './responsibility-records';

interface ClaimRow extends Omit<ResponsibilityClaimRecord, 'since' | 'answeredAt'> {
  since: Date;
  answeredAt: Date | null;
  responsible: string;
}

/**
 * Claims that wait, after an instant ($1) and a movement's id ($2), which some authorities ($3) make or are to answer, at most
 * so many ($4).
 */
export const OPEN_CLAIMS = `
  SELECT claim.movement_id AS "movementId", claim.child_pseudonym AS "childPseudonym", claimant, since, answer,
    answered_at AS "answeredAt", NULL AS settlement, NULL AS "settledAt", responsible.authority AS responsible
  FROM responsibility_claim AS claim JOIN child_responsibility AS responsible
    ON responsible.child_pseudonym = claim.child_pseudonym AND responsible.until_at IS NULL
  WHERE settlement IS NULL AND (since, claim.movement_id) > ($1::timestamptz, $2)
    AND (claimant = ANY($3) OR responsible.authority = ANY($3))
  ORDER BY since, claim.movement_id LIMIT $4`;

/** A page of the claims that wait and that the caller's authority makes or is to answer, oldest first. */
export async function openClaims(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<ResponsibilityClaim>> {
  const size = pageSize(first);
  const isContinued = typeof after === 'string';
  const isInstant = (text: string | undefined) => !Number.isNaN(Date.parse(text ?? ''));
  const [since, id] = isContinued ? decodeCursor(after, 2, ([text]) => isInstant(text)) : ['-infinity', ''];
  const codes = await partyCodes(context);
  const rows = await context.dataSource.query<ClaimRow[]>(OPEN_CLAIMS, [since, id, codes, size + 1]);
  const claims = rows.map(({ responsible, since: from, answeredAt, ...claim }) =>
    claimOf({ ...claim, since: from.toISOString(), answeredAt: answeredAt && answeredAt.toISOString() }, responsible),
  );
  return connectionFrom(claims, size, (claim) => [claim.since, claim.movement], isContinued);
}
