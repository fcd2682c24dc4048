import { defineGroupLoader } from '@hub/subgraph-kit';
import { ChildMovementRecord } from '../child-movement-record';
import { partyCodes } from './party-codes';

/** How many movements of one child are listed. */
const MOST = 10;

/**
 * The movements of a child that the caller is a party to, latest notice first, by what the child is known by now: a statement for
 * all the children of a request. No purpose widens it.
 */
export const partyMovementsOfChild = defineGroupLoader<string, ChildMovementRecord>(
  async (children, context) => {
    const codes = await partyCodes(context);
    return context.dataSource
      .getRepository(ChildMovementRecord)
      .createQueryBuilder('movement')
      .where(
        `movement.id IN (
           SELECT own.id FROM unnest(CAST(:children AS text[])) AS child(pseudonym) CROSS JOIN LATERAL (
             SELECT id FROM child_movement
             WHERE child_pseudonym = child.pseudonym AND (origin_code = ANY(:codes) OR destination_code = ANY(:codes))
             ORDER BY notified_on DESC, id DESC LIMIT ${MOST}) AS own)`,
        { children: [...children], codes },
      )
      .orderBy('movement.notifiedOn', 'DESC')
      .addOrderBy('movement.id', 'DESC')
      .getMany();
  },
  ({ childPseudonym }) => childPseudonym,
);
