import type { UserError } from '@hub/contract';
import { problem } from '@hub/subgraph-kit';

/** An edition id of another shape than London's, `london-procedures:2026-03`, or of another procedure. */
export function unknownEdition(field: string, editionId: string, procedureId?: string): UserError | null {
  const isShaped = /^[a-z0-9-]+:[a-z0-9-]+$/.test(editionId);
  if (isShaped && (procedureId === undefined || editionId.startsWith(`${procedureId}:`))) return null;
  return problem(
    field,
    'EDITION_UNKNOWN',
    `"${editionId}" is not an edition of ${procedureId === undefined ? 'a procedure' : `"${procedureId}"`}. ` +
      'Give an id of `procedures { editions { id } }`, such as london-procedures:2026-03.',
  );
}
