import type { EvidenceByKind } from '@hub/contract';
import type { SubgraphContext } from './subgraph-context';

/** How evidence of each kind is read that a subject has, as it was known at the end of a day. */
export type EvidenceReaders = {
  [Kind in keyof EvidenceByKind]?: (context: SubgraphContext, on: string) => Promise<EvidenceByKind[Kind]>;
};

/**
 * The readers of several subjects.
 *
 * @throws Error where two of them read evidence of one kind
 */
export function evidenceOf(subjects: readonly { evidence?: EvidenceReaders }[]): EvidenceReaders {
  const kinds = subjects.flatMap(({ evidence = {} }) => Object.keys(evidence));
  const twice = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (twice !== undefined) throw new Error(`Two modules read evidence of ${twice}. One subject owns a kind.`);
  return Object.assign({}, ...subjects.map(({ evidence = {} }) => evidence)) as EvidenceReaders;
}
