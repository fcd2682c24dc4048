import type { SubgraphModule } from '@hub/subgraph-kit';
import { withAnswers } from '../directory/reduce-over';
import { EditionAgreement1764900004320 } from './edition-agreement-migration';
import { EditionContent1763769600300 } from './edition-content-migration';
import { loadProcedures } from './load-procedures';
import { ProcedureAdopter } from './procedure-adopter';
import { procedureEdition } from './procedure-edition-record';
import { ProcedureEditionResolver } from './procedure-edition-resolver';
import { editionById, procedureById } from './procedure-loaders';
import { Procedures1763769600003 } from './procedure-migration';
import { procedure } from './procedure-record';
import { ProcedureResolver, ProcedureRuleResolver } from './procedure-resolver';
import { procedureRule } from './procedure-rule-record';

/** The London procedures and other shared protocols (LON-04, LON-07). */
export const procedures: SubgraphModule = {
  capabilities: [ProcedureAdopter],
  resolvers: [ProcedureResolver, ProcedureEditionResolver, ProcedureRuleResolver],
  records: [procedure, procedureEdition, procedureRule],
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
  migrations: [Procedures1763769600003, EditionContent1763769600300, EditionAgreement1764900004320],
  load: loadProcedures,
};
