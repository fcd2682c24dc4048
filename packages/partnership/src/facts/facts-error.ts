/** A facts folder that cannot be loaded. Its message lists every problem with file, place and remedy. */
export class FactsError extends Error {
  constructor(
    folder: string,
    readonly problems: readonly string[],
  ) {
    super(`The facts in ${folder} cannot be loaded. Nothing was written.\n${problems.map((p) => `- ${p}`).join('\n')}`);
    this.name = 'FactsError';
  }
}
