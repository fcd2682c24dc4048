import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { AssuranceStatement } from './assurance-statement';

/** HAV-24, HAV-25, LAM-33, LAM-34, RED-23, TRI-42 to TRI-45. What a document does not say is empty. */
@ObjectType({ description: "How the partnership's governing document sets up escalation and independent scrutiny." })
@Directive('@shareable')
@Public()
export class AssuranceArrangement {
  @Field(() => ID, { description: 'Global id, as `lambeth-assurance-arrangement`.' })
  id!: string;

  @Field(() => [AssuranceStatement], { description: 'The route by which a disagreement is taken further, in order.' })
  @ListSize(2)
  escalationRoute!: AssuranceStatement[];

  @Field(() => [AssuranceStatement], { description: 'Duties of independent scrutiny, in the order of the document.' })
  @ListSize(10)
  scrutinyDuties!: AssuranceStatement[];
}
