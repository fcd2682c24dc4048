import { Public } from '@hub/contract';
import { Query, Resolver } from 'type-graphql';
import type { PartnershipReference } from './partnership-type';

/** Makes the question by which a partnership's own API leads to all that it publishes, and to what is its own alone. */
export function partnershipQuery(partnershipType: new () => PartnershipReference, id: string): Function {
  @Resolver()
  class PartnershipQuery {
    @Query(() => partnershipType, { description: 'This partnership, with what it publishes and what is its own.' })
    @Public()
    partnership() {
      return Object.assign(new partnershipType(), { id });
    }
  }
  return PartnershipQuery;
}
