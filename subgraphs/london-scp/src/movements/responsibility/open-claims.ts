import type { Connection } from '@hub/contract';
import { keysetPage, type SubgraphContext } from '@hub/subgraph-kit';
import { procedureRules } from '../../procedures/procedure-loaders';
import { partyCodes } from '../parties/party-codes';
import { claimOf, type ResponsibilityClaim } from './responsibility-claim';
import type { ResponsibilityClaimRecord } from './responsibility-records';

/** A claim as stored, and who is responsible while it is made. */
export interface ClaimRow extends Omit<ResponsibilityClaimRecord, 'since' | 'answeredAt' | 'metAt' | 'dueAt'> {
  since: Date;
  answeredAt: Date | null;
  metAt: Date | null;
  dueAt: Date | null;
  responsible: string;
  responsibleFrom: Date;
}

/** What is read of a claim that waits, and who is responsible for its child. */
export const CLAIM_FIELDS = `claim.movement_id AS "movementId", claim.child_pseudonym AS "childPseudonym", claimant, since,
  answer, answered_at AS "answeredAt", met_at AS "metAt", due_at AS "dueAt", NULL AS settlement, NULL AS "settledAt",
  responsible.authority AS responsible, responsible.from_at AS "responsibleFrom"`;

/** The claims that wait, each with whoever is responsible for its child. */
export const WAITING_CLAIMS = `responsibility_claim AS claim JOIN child_responsibility AS responsible
  ON responsible.child_pseudonym = claim.child_pseudonym AND responsible.until_at IS NULL AND settlement IS NULL`;

/**
 * Claims that wait, after an instant ($1) and a movement's id ($2), which some authorities ($3) make or are to answer, at most
 * so many ($4).
 */
export const OPEN_CLAIMS = `
  SELECT ${CLAIM_FIELDS} FROM ${WAITING_CLAIMS}
  WHERE (since, claim.movement_id) > ($1::timestamptz, $2)
    AND (claimant = ANY($3) OR responsible.authority = ANY($3))
  ORDER BY since, claim.movement_id LIMIT $4`;

/** A page of the claims that wait and that the caller's authority makes or is to answer, oldest first. */
export async function openClaims(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<ResponsibilityClaim>> {
  const [codes, shown] = [await partyCodes(context), await claimsShown(context)];
  const read = async (key: string[] | null, limit: number) => {
    const [since, id] = key ?? ['-infinity', ''];
    const rows = await context.dataSource.query<ClaimRow[]>(OPEN_CLAIMS, [since, id, codes, limit]);
    return rows.map(shown);
  };
  const isKey = ([since]: string[]) => !Number.isNaN(Date.parse(since!));
  const keyOf = ({ since, movement }: ResponsibilityClaim) => [since, movement];
  return keysetPage({ keyOf, parts: 2, isKey, read }, first, after);
}

/** Makes of claims as read what the graph shows. */
export async function claimsShown(context: SubgraphContext): Promise<(row: ClaimRow) => ResponsibilityClaim> {
  const rules = await procedureRules(context);
  const text = (instant: Date | null) => instant && instant.toISOString();
  return ({ responsible: authority, responsibleFrom, since, answeredAt, metAt, dueAt, ...claim }) => {
    const instants = {
      since: since.toISOString(),
      answeredAt: text(answeredAt),
      metAt: text(metAt),
      dueAt: text(dueAt),
    };
    return claimOf({ ...claim, ...instants }, { authority, from: responsibleFrom.toISOString() }, rules);
  };
}
