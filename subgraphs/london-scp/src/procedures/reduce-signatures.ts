/** A partnership's statutory partners and the signatures of its agencies under one agreement. */
export interface SigningHistory<Partnership, Agency extends { id: string }> {
  partnership: Partnership;
  statutoryAgencies: readonly Agency[];
  signatures: readonly { agency: Agency; signedOn: string }[];
}

/**
 * Which agencies have signed an agreement, and which statutory partners have not. An agency that stands for two
 * sectors is one agency.
 */
export function reduceSignatures<Partnership, Agency extends { id: string }>(
  histories: readonly SigningHistory<Partnership, Agency>[],
) {
  return {
    signed: histories.flatMap(({ partnership, signatures }) =>
      signatures.map(({ agency, signedOn }) => ({ partnership, agency, signedOn })),
    ),
    unsigned: histories.flatMap(({ partnership, statutoryAgencies, signatures }) => {
      const seen = new Set(signatures.map(({ agency }) => agency.id));
      return statutoryAgencies
        .filter(({ id }) => !seen.has(id) && seen.add(id))
        .map((agency) => ({ partnership, agency }));
    }),
  };
}
