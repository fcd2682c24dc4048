import type { MovementRecordSummary } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { answersByPlace } from '../../directory/answers-by-place';
import { coverageOf } from '../../directory/coverage';
import { coverages, partnerships } from '../../directory/directory-loaders';
import { coveringToday } from '../covering-today';
import { comparedMovements } from './compared-movements';
import { MovementReconciliation } from './movement-reconciliation';
import { reconcileMovements } from './reconcile-movements';
import { RecordBooks } from './record-books';

/** What the gateway brings of one partnership; null of one that did not answer. */
export type BroughtKeeper = { movementRecordSummaries: MovementRecordSummary[] | null } | null;

/** Sets the records of the partnerships that answered against the hub's own side. */
export async function movementReconciliationOf(
  context: SubgraphContext,
  brought: readonly BroughtKeeper[],
): Promise<MovementReconciliation> {
  const now = new Date();
  const answers = new Map(
    answersByPlace(await partnerships(context), brought).flatMap(([{ id }, keeper]) =>
      keeper?.movementRecordSummaries ? [[id, keeper.movementRecordSummaries] as const] : [],
    ),
  );
  const books = new RecordBooks(answers, coveringToday(await coverages(context)));
  const named = books.open.map(({ movementId }) => movementId);
  const movements = await comparedMovements(context.dataSource, named, now);
  return Object.assign(new MovementReconciliation(), {
    asOf: now.toISOString(),
    coverage: await coverageOf(context, new Set(answers.keys())),
    found: reconcileMovements(movements, books),
    answered: [...answers.keys()],
  });
}
