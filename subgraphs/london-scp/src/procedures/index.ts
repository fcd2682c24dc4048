import type { LondonModule } from '../london-module';
import { loadProcedures } from './load-procedures';
import { editionById } from './procedure-loaders';
import { Procedures1763769600003 } from './procedure-migration';
import { procedureSchemas } from './procedure-records';
import { ProcedureEditionResolver, ProcedureResolver } from './procedure-resolver';

/** The London procedures and other shared protocols (LON-04, LON-07). */
export const procedures: LondonModule = {
  resolvers: [ProcedureResolver, ProcedureEditionResolver],
  references: [
    {
      typeName: 'ProcedureEdition',
      resolve: async ({ id }, context) => (await editionById(context).load(String(id))) ?? null,
    },
  ],
  entities: procedureSchemas,
  migrations: [Procedures1763769600003],
  load: loadProcedures,
};
