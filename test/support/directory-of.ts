/**
 * Stands in for the directory's files: as many partnerships as a test wants. Types of partnerships come from these files
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
        coverage: [],
        assertions: [],
      })),
  };
}
