import type { ResponsibilityChain } from '@hub/contract';
import { defineGroupLoader, defineLoader } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { chainsOf } from './chains';
import { childrenKnownAs } from './child-links';
import { ChildLinkRecord, ResponsibilityClaimRecord } from './responsibility-records';

/** Who was and is responsible for a child, by its pseudonym. */
export const responsibilityOfChild = defineLoader<string, ResponsibilityChain>((children, { dataSource }) =>
  chainsOf(dataSource.manager, children),
);

/** The claim that a movement makes, by the movement's id. */
export const claimOfMovement = defineLoader<string, ResponsibilityClaimRecord>(async (ids, { dataSource }) => {
  const claims = await dataSource.getRepository(ResponsibilityClaimRecord).findBy({ movementId: In([...ids]) });
  return new Map(claims.map((claim) => [claim.movementId, claim]));
});

/** What a child is known by now, by any of its pseudonyms. */
export const childKnownAs = defineLoader<string, string>((pseudonyms, { dataSource }) =>
  childrenKnownAs(dataSource.manager, pseudonyms),
);

/** By which other pseudonyms a child was known, by what it is known by now. */
export const linksOfChild = defineGroupLoader<string, ChildLinkRecord>(
  (children, { dataSource }) =>
    dataSource.getRepository(ChildLinkRecord).find({
      where: { childPseudonym: In([...children]) },
      order: { pseudonym: 'ASC' },
    }),
  ({ childPseudonym }) => childPseudonym,
);
