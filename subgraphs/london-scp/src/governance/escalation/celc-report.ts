import { connectionOf, DateScalar, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** LON-16. */
@ObjectType({ description: 'An issue that was reported to the Chief Executives London Committee (CELC) by the Chair.' })
@RequiresScopes('decisions:read')
export class CelcReport extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Reference under which the Chair records it.' })
  reference!: string;

  @Field(() => String, { description: 'What it is about. It names nobody.' })
  subject!: string;

  @Field(() => DateScalar, { description: 'The day it was reported.' })
  reportedOn!: string;
}

/** Pages of reports, latest first. */
export const CelcReportConnection = connectionOf('CelcReport', CelcReport);
