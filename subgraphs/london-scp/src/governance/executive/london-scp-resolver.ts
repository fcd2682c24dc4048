import { Public } from '@hub/contract';
import { Query, Resolver } from 'type-graphql';
import { LondonScp } from './london-scp-type';

/** There is one, and all that is stored is of it. */
export const LONDON_SCP = { id: 'london-scp', name: 'London Safeguarding Children Partnership' };

/** The London SCP itself. */
@Resolver()
export class LondonScpResolver {
  @Query(() => LondonScp, { description: 'The London SCP itself.' })
  @Public()
  londonScp(): Partial<LondonScp> {
    return LONDON_SCP;
  }
}
