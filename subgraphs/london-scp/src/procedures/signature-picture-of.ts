import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverageOf } from '../directory/coverage';
import type { AnsweringAdopter } from './adopters-by-place';
import { reduceSignatures } from './reduce-signatures';
import type { SignaturePicture } from './signature-picture';

/** Reduces what partnerships say of signatures to the picture of one agreement. */
export async function signaturePictureOf(
  context: SubgraphContext,
  procedureId: string,
  adopters: readonly AnsweringAdopter[],
): Promise<SignaturePicture> {
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
