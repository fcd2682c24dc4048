import { LocalAuthority, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, ObjectType } from 'type-graphql';
import { localAuthoritiesByCode } from '../../directory/directory-loaders';

/** Two authorities between which children move. */
@ObjectType({ description: 'Two authorities, from one of which children move to the other.' })
@RequiresScopes('movements:count')
export class AuthorityPair {
  @Field(() => ID, { description: 'GSS code of the authority moved from.' })
  originCode!: string;

  @Field(() => LocalAuthority, { nullable: true, description: 'The authority moved from; null outside London.' })
  origin!: LocalAuthority | null;

  @Field(() => ID, { description: 'GSS code of the authority moved to.' })
  destinationCode!: string;

  @Field(() => LocalAuthority, { nullable: true, description: 'The authority moved to; null outside London.' })
  destination!: LocalAuthority | null;
}

/** Gives the pair of two GSS codes. */
export async function authorityPairs(
  context: SubgraphContext,
): Promise<(originCode: string, destinationCode: string) => AuthorityPair> {
  const authorities = await localAuthoritiesByCode(context);
  return (originCode, destinationCode) =>
    Object.assign(new AuthorityPair(), {
      ...{ originCode, origin: authorities.get(originCode) ?? null },
      ...{ destinationCode, destination: authorities.get(destinationCode) ?? null },
    });
}
