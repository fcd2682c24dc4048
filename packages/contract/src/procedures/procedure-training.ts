import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ProcedureEdition } from './procedure-edition';
import { Synthetic } from '../recording/synthetic';

/** TRI-31. */
@ObjectType({ description: 'Training of the partnership that teaches an edition of a shared procedure.' })
@Directive('@shareable')
@RequiresScopes('procedures:read')
export class ProcedureTraining extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Title of the course.' })
  title!: string;

  @Field(() => ProcedureEdition, { nullable: true, description: 'The edition that it teaches.' })
  teaches!: ProcedureEdition | null;

  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;
}
