import type { Connection } from '@hub/contract';
import { keysetPage, type SubgraphContext } from '@hub/subgraph-kit';
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
  const codes = await partyCodes(context);
  const read = async (key: string[] | null, limit: number) => {
    const [since, id] = key ?? ['-infinity', ''];
    const rows = await context.dataSource.query<ClaimRow[]>(OPEN_CLAIMS, [since, id, codes, limit]);
    return rows.map(shown);
  };
  const isKey = ([since]: string[]) => !Number.isNaN(Date.parse(since!));
  const keyOf = ({ since, movement }: ResponsibilityClaim) => [since, movement];
  return keysetPage({ keyOf, parts: 2, isKey, read }, first, after);
}

function shown({ responsible, since, answeredAt, ...claim }: ClaimRow): ResponsibilityClaim {
  const instants = { since: since.toISOString(), answeredAt: answeredAt && answeredAt.toISOString() };
  return claimOf({ ...claim, ...instants }, responsible);
}
