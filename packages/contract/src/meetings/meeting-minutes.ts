import { Directive, Field, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { PartnerSignOff } from './partner-sign-off';

/** The minutes themselves are kept elsewhere: the hub knows where the redacted ones were published, and nothing of the rest. */
@ObjectType({ description: 'What became of the minutes of a meeting. The hub holds no minutes.' })
@Directive('@shareable')
@Public()
export class MeetingMinutes {
  @Field(() => String, {
    nullable: true,
    description: 'Where the redacted minutes are published; null until they are.',
  })
  redactedUrl!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day they were published.' })
  publishedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day the chair approved them, where that is recorded.' })
  approvedByChairOn!: string | null;

  @Field(() => [PartnerSignOff], {
    nullable: true,
    description: 'Which statutory partners signed them off, the earliest first.',
  })
  @ListSize(5)
  @RequiresScopes('governance:read')
  signOffs!: PartnerSignOff[] | null;
}
