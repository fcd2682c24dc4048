import type { SubgraphModule } from '@hub/subgraph-kit';
import { EditionContent1763769600300 } from './edition-content-migration';
import { loadProcedures } from './load-procedures';
import { procedureMutations } from './mutations';
import { ProcedureAdopter } from './procedure-adopter';
import { ProcedureEditionResolver } from './procedure-edition-resolver';
import { editionById, procedureById } from './procedure-loaders';
import { Procedures1763769600003 } from './procedure-migration';
import { ProcedureRecord, procedureSchemas } from './procedure-records';
import { ProcedureResolver, ProcedureRuleResolver } from './procedure-resolver';

/** The London procedures and other shared protocols (LON-04, LON-07). */
export const procedures: SubgraphModule = {
  capabilities: [ProcedureAdopter],
  resolvers: [ProcedureResolver, ProcedureEditionResolver, ProcedureRuleResolver, ...procedureMutations],
  references: [
    {
      typeName: 'Procedure',
      // The gateway brings `adopters` with what a reduction requires of them; the field's own resolver is not asked then.
      resolve: async ({ id, adopters }, context) => {
        const procedure = await procedureById(context, id);
        return procedure && Object.assign(new ProcedureRecord(), procedure, { adopters });
      },
    },
    {
      typeName: 'ProcedureEdition',
      resolve: async ({ id }, context) => (await editionById(context).load(String(id))) ?? null,
    },
  ],
  entities: procedureSchemas,
  migrations: [Procedures1763769600003, EditionContent1763769600300],
  load: loadProcedures,
};
