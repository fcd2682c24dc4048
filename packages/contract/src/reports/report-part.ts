import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { Sourced } from '../recording/sourced';

@ObjectType({ description: 'A section that a report must have, or one to whom it goes.' })
@Directive('@shareable')
@Public()
export class ReportPart extends Sourced {
  @Field(() => String, { description: 'What a record names it by, as `scrutineer-section`.' })
  part!: string;

  @Field(() => String, { description: 'The section or the recipient, in words close to the document.' })
  name!: string;

  @Field(() => Boolean, { description: 'False for a section that is there only where there is something to report.' })
  isRequired!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Days of the calendar after publication within which a copy goes; null where none are stated.',
  })
  withinDays!: number | null;
}
