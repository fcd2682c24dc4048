import { isRefused, type Finding } from '@hub/registry';

/**
 * For people: each finding with its place, what is wrong and what to do.
 *
 * @param source - where the schema stands.
 * @param name - the partnership's.
 */
export function toldFindings(findings: readonly Finding[], source: string, name: string): string {
  const lines = findings.flatMap(({ code, severity, coordinate, line, message, remedy }) => [
    [severity.toLowerCase(), code, coordinate, line === null ? '' : `${source}:${line}`].filter(Boolean).join('  '),
    ...[message, remedy].map((text) => `  ${text}`),
    '',
  ]);
  const count = (severity: Finding['severity'], word: string) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return `${number} ${word}${number === 1 ? '' : 's'}`;
  };
  const outcome = isRefused(findings) ? 'It would not be served.' : 'It would be served.';
  const more = findings.length > 0 ? ' What a code means: hub explain <code>' : '';
  return `${lines.join('\n')}${lines.length > 0 ? '\n' : ''}${name}: ${count('ERROR', 'error')}, ${count('WARNING', 'warning')}. ${outcome}${more}\n`;
}
