import { DateScalar, ProcedureEdition } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { partnerships } from '../directory/directory-loaders';
import { LocalPartnership } from '../directory/local-partnership';
import { Procedure } from './procedure';
import { editionsOfProcedure, procedures } from './procedure-loaders';
import type { ProcedureEditionRecord } from './procedure-records';

/** Procedures and what they lead to. */
@Resolver(() => Procedure)
export class ProcedureResolver {
  @Query(() => [Procedure], { description: 'Shared procedures and protocols, by title.' })
  procedures(@Ctx() context: SubgraphContext) {
    return procedures(context);
  }

  @FieldResolver(() => [ProcedureEdition])
  editions(@Root() procedure: Procedure, @Ctx() context: SubgraphContext) {
    return editionsOfProcedure(context).load(procedure.id);
  }

  @FieldResolver(() => [LocalPartnership])
  partnerships(@Ctx() context: SubgraphContext) {
    return partnerships(context);
  }
}

/** What the London SCP holds of an edition. */
@Resolver(() => ProcedureEdition)
export class ProcedureEditionResolver {
  @FieldResolver(() => DateScalar, { description: 'The day it came into force.' })
  inForceFrom(@Root() edition: ProcedureEditionRecord) {
    return edition.inForceFrom;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'Its last day in force; null while it is the latest.',
  })
  inForceTo(@Root() edition: ProcedureEditionRecord) {
    return edition.inForceTo;
  }

  @FieldResolver(() => Boolean, { description: 'True for demonstration data.' })
  isSynthetic(@Root() edition: ProcedureEditionRecord) {
    return edition.isSynthetic;
  }
}
