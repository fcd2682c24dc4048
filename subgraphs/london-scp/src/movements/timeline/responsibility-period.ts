import { DateTimeScalar, RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** Who was responsible for the child, from when until when. */
@ObjectType({ description: 'Who was responsible for the child. Periods follow each other without gap and overlap.' })
@RequiresScopes('movements:read')
export class ResponsibilityPeriod {
  @Field(() => ID, { description: 'GSS code of the authority.' })
  authority!: string;

  @Field(() => DateTimeScalar, { description: 'The instant from which.' })
  from!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The instant before which; null while it lasts.' })
  until!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'GSS code of the authority on whose word alone it is so: it recorded the step for one outside the hub. Null where ' +
      'the authority itself did.',
  })
  onWordOf!: string | null;
}
