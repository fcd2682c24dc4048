import { Agency, agencyIdOf } from '@hub/contract';
import { FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { AgencyRecord } from './agency-record';

/**
 * Makes the resolver of an agency's global id.
 *
 * @param owner - id of whose agencies are stored: another's, which were answered, have theirs.
 */
export function agencyResolverFor(owner: string): Function {
  @Resolver(() => Agency)
  class AgencyResolver {
    @FieldResolver(() => ID)
    id(@Root() agency: Agency) {
      return agency instanceof AgencyRecord ? agencyIdOf(owner, agency.id) : agency.id;
    }
  }
  return AgencyResolver;
}
