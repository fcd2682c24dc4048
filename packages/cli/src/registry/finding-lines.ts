import type { Finding } from '@hub/registry';

/** For people: each finding with its place, what is wrong and what to do. */
export function findingLines(findings: readonly Finding[], source: string): string {
  const lines = findings.flatMap(({ code, severity, coordinate, line, message, remedy }) => [
    [severity.toLowerCase(), code, coordinate, line === null ? '' : `${source}:${line}`].filter(Boolean).join('  '),
    ...[message, remedy].map((text) => `  ${text}`),
    '',
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

/** How many there are. */
export function findingCounts(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity'], word: string) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return `${number} ${word}${number === 1 ? '' : 's'}`;
  };
  return `${count('ERROR', 'error')}, ${count('WARNING', 'warning')}`;
}
