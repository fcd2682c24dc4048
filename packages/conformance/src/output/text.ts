import type { Result } from '../check';
import { failureLines } from './told';

const SIGNS = { passed: 'ok     ', skipped: 'skipped', failed: 'FAILED ' } as const;

/** For people: a line a check, and what is to be known of each failure. */
export function asText(results: readonly Result[]): string {
  const lines = results.flatMap((result) => {
    const { check, outcome } = result;
    const reason = outcome.kind === 'skipped' ? ` (${outcome.reason})` : '';
    const more = failureLines(result).map(([name, text]) => `          ${`${name}:`.padEnd(9)}${text}`);
    return [`${SIGNS[outcome.kind]} ${check.code}: ${check.title}${reason}`, ...more];
  });
  const count = (kind: keyof typeof SIGNS) => results.filter(({ outcome }) => outcome.kind === kind).length;
  return [...lines, `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`, ''].join('\n');
}
