import { Field, ID, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '@hub/scalars';
import { LOCAL_REFERENCE } from './local-reference';
import { NoticeDataInput } from './movement-data-inputs';

@InputType({ description: 'A notice that a child moves. Numbers and the date of birth are looked at, and not kept.' })
export class NotifyMovementInput extends NoticeDataInput {
  @Field(() => ID, { description: 'A UUID of your own: the same again changes nothing.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'True where an origin outside the hub gave the notice by other means, and its destination records it.',
  })
  onBehalf!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      "The child's NHS number, or of Scotland or Northern Ireland the like. A pseudonym is made of it at once. It or `localReference`.",
  })
  nhsNumber?: string | null;

  @Field(() => String, { nullable: true, description: LOCAL_REFERENCE })
  localReference?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the child was born: under 18, or under 25 for a care leaver. It or `expectedOn`.',
  })
  dateOfBirth?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'NHS numbers of up to 20 siblings who move together.' })
  siblings!: string[];

  @Field(() => [String], { defaultValue: [], description: 'NHS numbers of up to 20 siblings who stay apart.' })
  siblingsApart!: string[];

  @Field(() => [String], {
    defaultValue: [],
    description:
      'Local references of siblings who move together and have no NHS number that you know: 20 with `siblings`.',
  })
  siblingReferences!: string[];

  @Field(() => [String], {
    defaultValue: [],
    description: 'Local references of such siblings who stay apart: 20 with `siblingsApart`.',
  })
  siblingReferencesApart!: string[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it must stay hidden where the child lives: neither side shows the other its team.',
  })
  isShielded?: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When notice was given. Now, if left out.' })
  occurredAt?: string | null;
}
