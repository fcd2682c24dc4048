import { check, type Check } from '@hub/subgraph-kit';

/** What an id of one of London's procedures may have; its owner alone knows which there are. */
const ID = '[a-z0-9-]+';

/** A procedure, or an agreement, named by an id of the shape of London's, as `london-information-sharing-agreement`. */
export const isProcedure = (field: string): Check<object> =>
  check<Record<string, unknown>>('PROCEDURE_UNKNOWN', field, (input) => {
    const procedureId = String(input[field]);
    if (new RegExp(`^${ID}$`).test(procedureId)) return null;
    return `"${procedureId}" is not an id of a procedure. Give one of \`procedures { id }\`, such as london-procedures.`;
  });

/**
 * An edition named by an id of the shape of London's, `london-procedures:2026-03`, where one is named.
 *
 * @param procedureField - the field of the procedure that it must be of. @default any
 */
export const isEdition = (field: string, procedureField?: string): Check<object> =>
  check<Record<string, unknown>>('EDITION_UNKNOWN', field, (input) => {
    const editionId = input[field];
    const procedureId = procedureField === undefined ? null : String(input[procedureField]);
    if (typeof editionId !== 'string') return null;
    const isShaped = new RegExp(`^${ID}:${ID}$`).test(editionId);
    if (isShaped && (procedureId === null || editionId.startsWith(`${procedureId}:`))) return null;
    return (
      `"${editionId}" is not an edition of ${procedureId === null ? 'a procedure' : `"${procedureId}"`}. ` +
      'Give an id of `procedures { editions { id } }`, such as london-procedures:2026-03.'
    );
  });
