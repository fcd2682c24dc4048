/**
 * Stands in for the directory's files: as many partnerships as a test wants, at most 33, each of one local authority, in the
 * order of GSS codes. Types of partnerships come from these files
 * when the process starts, so a test gives this to `jest.mock`.
 */
export function directoryOf(files: object, count: number): object {
  return {
    ...files,
    readPartnerships: () =>
      Array.from({ length: count }, (_, index) => ({
        id: `borough-${index + 1}`,
        name: `Borough ${index + 1}`,
        typeName: `Borough${index + 1}Partnership`,
        coverage: [{ localAuthority: gssCodeOf(index), validFrom: null, validTo: null, sources: ['LON-01'] }],
        assertions: [],
      })),
  };
}

function gssCodeOf(index: number): string {
  return `E090000${String(index + 1).padStart(2, '0')}`;
}
