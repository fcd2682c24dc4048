/** One environment variable that cannot be used. */
export interface ConfigProblem {
  variable: string;
  problem: string;
  remedy: string;
}

/** The configuration cannot be used. Lists every bad variable at once, and never a value: one of them is a password. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, problem, remedy }) => `${variable} ${problem}. ${remedy}`).join(' '));
    this.name = 'ConfigError';
  }
}
