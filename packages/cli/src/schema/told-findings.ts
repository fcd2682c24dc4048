import { isRefused, type Finding } from '@hub/registry';
import { findingCounts, findingLines } from '../registry/finding-lines';

/**
 * For people: each finding, and what would come of it.
 *
 * @param source - where the schema stands.
 * @param name - the partnership's.
 */
export function toldFindings(findings: readonly Finding[], source: string, name: string): string {
  const outcome = isRefused(findings) ? 'It would not be served.' : 'It would be served.';
  const more = findings.length > 0 ? ' What a code means: hub explain <code>' : '';
  return `${findingLines(findings, source)}${name}: ${findingCounts(findings)}. ${outcome}${more}\n`;
}
