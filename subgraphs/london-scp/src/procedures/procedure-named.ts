import { nameOf } from '@hub/subgraph-kit';
import { ProcedureRecord } from './procedure-record';

/** A procedure that an input names by its id. */
export const procedureNamed = nameOf(
  ProcedureRecord,
  'id',
  'PROCEDURE_UNKNOWN',
  (id) =>
    `There is no procedure ${JSON.stringify(id)}. Give an id of \`procedures { id }\`, or add it by addProcedure.`,
);
