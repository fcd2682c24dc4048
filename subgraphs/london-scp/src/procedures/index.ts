import type { SubgraphModule } from '@hub/subgraph-kit';
import { withAnswers } from '../directory/reduce-over';
import { EditionContent1763769600300 } from './edition-content-migration';
import { loadProcedures } from './load-procedures';
import { procedureMutations } from './mutations';
import { ProcedureAdopter } from './procedure-adopter';
import { ProcedureEditionResolver } from './procedure-edition-resolver';
import { editionById, procedureById } from './procedure-loaders';
import { Procedures1763769600003 } from './procedure-migration';
import { procedureSchemas } from './procedure-records';
import { ProcedureResolver, ProcedureRuleResolver } from './procedure-resolver';

/** The London procedures and other shared protocols (LON-04, LON-07). */
export const procedures: SubgraphModule = {
  capabilities: [ProcedureAdopter],
  resolvers: [ProcedureResolver, ProcedureEditionResolver, ProcedureRuleResolver, ...procedureMutations],
  references: [
    {
      typeName: 'Procedure',
      resolve: async (reference, context) =>
        withAnswers(await procedureById(context, reference['id']), reference, 'adopters'),
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
