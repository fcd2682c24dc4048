import { connectionOf, DateTimeScalar, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A broken glass: who asked beyond what they are party to, and what the privacy officer found.',
})
@RequiresScopes('alerts:close')
export class BreakGlassAlert {
  @Field(() => ID, { description: 'Id of the alert, as `alert:…`. Records of access made under it name it.' })
  alert!: string;

  @Field(() => DateTimeScalar, { description: 'When the glass was broken.' })
  raisedAt!: string;

  @Field(() => DateTimeScalar, { description: 'When the window ended or ends.' })
  until!: string;

  @Field(() => ID, { description: 'Id of the person who broke it.' })
  person!: string;

  @Field(() => String, { description: 'Their role.' })
  role!: string;

  @Field(() => String, { description: 'Their organisation.' })
  organisation!: string;

  @Field(() => ID, { nullable: true, description: 'Id of their partnership.' })
  partnership!: string | null;

  @Field(() => String, { description: 'The reason, in their own words.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Whether nobody has closed it yet. It stays open after its window.' })
  isOpen!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was closed; null while it is open.' })
  closedAt!: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the privacy officer who closed it.' })
  closedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What the privacy officer found.' })
  finding!: string | null;
}

/** Pages of alerts, latest first. */
export const BreakGlassAlertConnection = connectionOf('BreakGlassAlert', BreakGlassAlert);
