import { Failed, NothingToCheck, type Check, type Outcome, type Result } from './check';
import { NoAnswer } from './exchange';
import type { Subject } from './subject';

/**
 * Runs checks one after another, so that a subject which counts requests is not flooded.
 *
 * @param onResult - hears of each as soon as it is over.
 */
export async function runChecks(
  subject: Subject,
  checks: readonly Check[],
  onResult: (result: Result) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = [];
  for (const check of checks) {
    const begun = performance.now();
    const missing = check.needs.find((code) => !hasPassed(results, code));
    const outcome: Outcome = missing
      ? { kind: 'skipped', reason: `it says nothing without ${missing}` }
      : await outcomeOf(check, subject);
    const result = { check, outcome, seconds: (performance.now() - begun) / 1000 };
    results.push(result);
    onResult(result);
  }
  return results;
}

const hasPassed = (results: readonly Result[], code: string) =>
  results.some(({ check, outcome }) => check.code === code && outcome.kind === 'passed');

async function outcomeOf(check: Check, subject: Subject): Promise<Outcome> {
  try {
    await check.run(subject);
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof NothingToCheck) return { kind: 'skipped', reason: error.message };
    if (error instanceof Failed) {
      return { kind: 'failed', problem: error.message, sent: error.exchange.sent, came: error.exchange };
    }
    if (error instanceof NoAnswer) {
      return { kind: 'failed', problem: `No answer: ${error.reason}.`, sent: error.sent, came: null };
    }
    throw error;
  }
}
