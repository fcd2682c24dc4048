import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { ProcedureEdition } from './procedure-edition';
import { Synthetic } from '../recording/synthetic';

/** Owned by the partnership. */
@ObjectType({ description: 'That the partnership adopted an edition of a shared procedure.' })
@Directive('@shareable')
@RequiresScopes('procedures:read')
export class ProcedureAdoption extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the procedure adopted.' })
  procedureId!: string;

  @Field(() => ProcedureEdition, { nullable: true, description: 'The edition adopted.' })
  edition!: ProcedureEdition | null;

  @Field(() => DateScalar, { description: 'From which day the partnership works to it.' })
  adoptedOn!: string;

  @Field(() => String, { nullable: true, description: 'Reference of the decision to adopt it.' })
  decisionReference!: string | null;

  @Field(() => [String], { description: 'Local variations from the edition, in words.' })
  @ListSize(2)
  localVariations!: string[];
}
