import { AdoptsProcedures, ProcedureAdoption, ProcedureEdition } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { procedureAdoptions } from '../loaders/records';
import type { ProcedureAdoptionRecord } from '../records';

/** The editions a partnership adopted. */
@Resolver(() => AdoptsProcedures)
export class AdoptsProceduresResolver {
  @FieldResolver(() => [ProcedureAdoption], { nullable: true })
  procedureAdoptions(@Ctx() context: SubgraphContext) {
    return procedureAdoptions(context);
  }
}

/** What an adoption leads to. */
@Resolver(() => ProcedureAdoption)
export class ProcedureAdoptionResolver {
  @FieldResolver(() => ProcedureEdition, { nullable: true })
  edition(@Root() adoption: ProcedureAdoptionRecord) {
    return Object.assign(new ProcedureEdition(), { id: adoption.editionId });
  }
}
