import { DateScalar, ListSize, RequiresScopes, Synthetic, VoiceKind } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';
import { LondonResponseKind } from './london-response-kind';

/** What the London SCP does where a pan-London response can add value. The issues are the partnerships'. */
@ObjectType({ description: 'What the London SCP did where a pan-London response can add value.' })
@RequiresScopes('governance:read')
export class LondonResponse extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => LondonResponseKind, { description: 'What it is.' })
  kind!: LondonResponseKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => [ID], { description: 'Ids of the issues that it responds to, as partnerships raised them.' })
  @ListSize(3)
  issueIds!: string[];

  @Field(() => [VoiceKind], { description: 'Whose voices were taken into account in it (LON-08).' })
  @ListSize(2)
  voices!: VoiceKind[];

  @Field(() => String, { nullable: true, description: 'To whom it was submitted; null for what was not.' })
  submittedTo!: string | null;

  @Field(() => DateScalar, { description: 'The day it began, or was submitted.' })
  doneOn!: string;

  @Field(() => String, { nullable: true, description: 'Its web address; null where it has none.' })
  publishedAt!: string | null;
}
