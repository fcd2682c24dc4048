import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
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

  @Field(() => [LocalAuthority], {
    description:
      'The local authorities that it covers, where the document lists them: not only of its partnership (TRI-39).',
  })
  @ListSize(1)
  covers!: LocalAuthority[];

  @Field(() => DateScalar, { nullable: true, description: 'The day it was opened; null of one of the document.' })
  openedOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of it; null while it goes on.' })
  closedOn!: string | null;

  @Field(() => Boolean, { description: 'Whether it was opened since, by a record, and is none of the document.' })
  isRecorded!: boolean;

  @Field(() => Boolean, {
    description: 'True for demonstration data: generated from a fixed seed, describing nothing real.',
  })
  isSynthetic!: boolean;

  @Field(() => ChairArrangement, { nullable: true, description: 'Who chairs it; null where the document is silent.' })
  chairArrangement!: ChairArrangement | null;

  @Field(() => String, {
    nullable: true,
    description: 'What of it the document leaves open, and how the hub reads it.',
  })
  note!: string | null;

  @Field(() => [Seat], { description: 'Its seats, in the order of the document.' })
  @ListSize(8)
  seats!: Seat[];
}
