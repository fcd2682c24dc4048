import { DateScalar, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: "An invitation of a network's chair to report to the Executive, and the report (LON-35)." })
@RequiresScopes('networks:read')
export class NetworkReport extends Synthetic {
  @Field(() => DateScalar, { description: 'The day the chair was invited.' })
  invitedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The Executive meeting invited to; null until it is set.' })
  executiveMeetingOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether the chair attended; null until it is recorded.' })
  attended!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day the network reported; null while it has not.' })
  reportedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What was reported, in short.' })
  summary!: string | null;
}
