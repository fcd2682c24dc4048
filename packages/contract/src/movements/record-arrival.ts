import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { LOCAL_REFERENCE } from './local-reference';

@InputType({
  description: 'A child of another area who arrived without a notice. The number and date of birth are not kept.',
})
export class RecordArrivalInput {
  @Field(() => ID, { description: 'A UUID of your own: the same again changes nothing.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "GSS code of the authority acted for; only a partnership's system names it.",
  })
  authority?: string | null;

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
    description: 'The day the child was born: under 18 on arrival. It or `expectedOn`.',
  })
  dateOfBirth?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Of an unborn child: the day on which the birth is expected. It is kept, and shown to both sides.',
  })
  expectedOn?: string | null;

  @Field(() => ID, {
    description:
      'GSS code of the authority the child came from; `ABROAD:FR` of another country, `UNKNOWN` where nobody knows.',
  })
  origin!: string;

  @Field(() => DateScalar, { description: 'The day the child arrived: not after today, and at most 270 days ago.' })
  arrivedOn!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it must stay hidden where the child lives; the other side learns it once it gives notice.',
  })
  isShielded?: boolean | null;
}
