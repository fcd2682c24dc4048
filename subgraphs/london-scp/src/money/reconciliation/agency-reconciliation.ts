import { Pence, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../../directory/local-partnership';

/** What one agency paid and what was received of it, to the pool or to one project. */
@ObjectType({ description: 'What an agency paid and what was received of it, to the pool or to one project.' })
@RequiresScopes('budget:read')
export class AgencyReconciliation {
  @Field(() => LocalPartnership, { nullable: true, description: 'The partnership of the agency.' })
  partnership!: LocalPartnership | null;

  @Field(() => ID, { description: 'Id of the agency, as `havering:agency:nel-ccg`.' })
  agencyId!: string;

  @Field(() => String, { nullable: true, description: 'The project; null for the pool.' })
  project!: string | null;

  @Field(() => Pence, { description: 'Paid, by the partnership.' })
  paidPence!: number;

  @Field(() => Pence, { description: 'Received, by London Councils.' })
  receivedPence!: number;

  @Field(() => Pence, { description: 'Received less paid.' })
  differencePence!: number;
}
