import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverageOf } from '../directory/coverage';
import type { AnsweringAdopter } from './adopters-by-place';
import { reduceSignatures } from './reduce-signatures';
import type { SignatureSummary } from './signature-summary';

/** Reduces what partnerships say of signatures to the summary of one agreement. */
export async function signatureSummaryOf(
  context: SubgraphContext,
  procedureId: string,
  adopters: readonly AnsweringAdopter[],
): Promise<SignatureSummary> {
  const histories = adopters.flatMap(({ partnership, agreementSignatures, statutoryPartners }) =>
    agreementSignatures && statutoryPartners
      ? [
          {
            partnership,
            statutoryAgencies: statutoryPartners.map(({ agency }) => agency),
            signatures: agreementSignatures.filter((signature) => signature.procedureId === procedureId),
          },
        ]
      : [],
  );
  return {
    coverage: await coverageOf(context, new Set(histories.map(({ partnership }) => partnership.id))),
    ...reduceSignatures(histories),
  };
}
