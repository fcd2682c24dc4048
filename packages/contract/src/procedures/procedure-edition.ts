import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';

/** An edition of a shared procedure, by its key. The London SCP describes it. */
@ObjectType({ description: 'An edition of a shared procedure.' })
@Directive('@key(fields: "id")')
@Public()
export class ProcedureEdition {
  @Field(() => ID, { description: 'Global id, as `london-procedures:2026-03`.' })
  id!: string;
}
