import type { MovementRecordSummary } from '@hub/contract';
import { coverages } from '../../directory/directory-loaders';
import { reduceOver, type Answered } from '../../directory/reduce-over';
import { coveringToday } from '../../directory/covering-today';
import { comparedMovements } from './compared-movements';
import { MovementReconciliation } from './movement-reconciliation';
import { reconcileMovements } from './reconcile-movements';
import { RecordBooks } from './record-books';

/** The records of the partnerships that answered, set against the hub's own side. */
export const recordSummaries = reduceOver(
  'recordKeepers',
  'HoldsChildRecords',
  'movementRecordSummaries { movementId side authority status hasNotice }',
  async ({ answers, coverage }: Answered<{ movementRecordSummaries: MovementRecordSummary[] }>, context) => {
    const now = new Date();
    const byId = new Map(answers.map((answer) => [answer.partnership.id, answer.movementRecordSummaries]));
    const books = new RecordBooks(byId, coveringToday(await coverages(context)));
    const named = books.open.map(({ movementId }) => movementId);
    const movements = await comparedMovements(context.dataSource, named, now);
    return Object.assign(new MovementReconciliation(), {
      asOf: now.toISOString(),
      coverage,
      found: reconcileMovements(movements, books),
      answered: [...byId.keys()],
    });
  },
);
