import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { BodyKind } from './body-kind';
import { QuorumRule } from './quorum-rule';
import { ChairArrangement } from './chair-arrangement';
import { LocalAuthority } from '../directory/local-authority';
import { Seat } from './seat';
import { Sourced } from '../recording/sourced';

/** A group of a partnership: executive, partners group, subgroup, local group and others. */
@ObjectType({ description: 'A group of a partnership, such as its executive or a subgroup.' })
@Directive('@shareable')
@Public()
export class Body extends Sourced {
  @Field(() => ID, { description: 'Global id, as `havering-executive`.' })
  id!: string;

  @Field(() => String, { description: 'Name as the document words it.' })
  name!: string;

  @Field(() => [String], { description: 'Other names the document uses for the same body, or used before.' })
  @ListSize(1)
  otherNames!: string[];

  @Field(() => BodyKind, { description: 'Kind of body.' })
  kind!: BodyKind;

  @Field(() => ID, { nullable: true, description: 'Id of the body it works under, where stated.' })
  parentId!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, where stated.' })
  remit!: string | null;

  @Field(() => Int, { nullable: true, description: 'Meetings a year; null where the document states none.' })
  meetsTimesPerYear!: number | null;

  @Field(() => String, { nullable: true, description: "The frequency in the document's words." })
  meetingFrequency!: string | null;

  @Field(() => QuorumRule, { description: 'When a meeting is quorate.' })
  quorum!: QuorumRule;

  @Field(() => LocalAuthority, { nullable: true, description: 'The one local authority it serves, for a local group.' })
  localAuthority!: LocalAuthority | null;

  @Field(() => ChairArrangement, { nullable: true, description: 'Who chairs it; null where the document is silent.' })
  chairArrangement!: ChairArrangement | null;

  @Field(() => [Seat], { description: 'Its seats, in the order of the document.' })
  @ListSize(8)
  seats!: Seat[];
}
