import type { ResponsibilityChain } from '@hub/contract';
import { defineLoader } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { chainsOf } from './chains';
import { ResponsibilityClaimRecord } from './responsibility-records';

/** Who was and is responsible for a child, by its pseudonym. */
export const responsibilityOfChild = defineLoader<string, ResponsibilityChain>((children, { dataSource }) =>
  chainsOf(dataSource.manager, children),
);

/** The claim that a movement makes, by the movement's id. */
export const claimOfMovement = defineLoader<string, ResponsibilityClaimRecord>(async (ids, { dataSource }) => {
  const claims = await dataSource.getRepository(ResponsibilityClaimRecord).findBy({ movementId: In([...ids]) });
  return new Map(claims.map((claim) => [claim.movementId, claim]));
});
