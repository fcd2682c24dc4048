import { Field, ID, InterfaceType } from 'type-graphql';
import { ProcedureAdoption } from '../types/procedure-adoption';

/** A partnership that records which editions of shared procedures it works to. */
@InterfaceType({ description: 'A partnership that records which editions of shared procedures it works to.' })
export abstract class AdoptsProcedures {
  @Field(() => ID, { description: 'Id of the partnership.' })
  id!: string;

  @Field(() => [ProcedureAdoption], {
    nullable: true,
    description: 'Its adoptions of shared procedures, latest first.',
  })
  procedureAdoptions!: ProcedureAdoption[] | null;
}
