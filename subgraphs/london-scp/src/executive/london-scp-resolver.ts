import { Public } from '@hub/contract';
import { Query, Resolver } from 'type-graphql';
import { LondonScp } from './london-scp-type';

/** The London SCP itself. */
@Resolver()
export class LondonScpResolver {
  @Query(() => LondonScp, { description: 'The London SCP itself.' })
  @Public()
  londonScp(): Partial<LondonScp> {
    return { id: 'london-scp', name: 'London Safeguarding Children Partnership' };
  }
}
