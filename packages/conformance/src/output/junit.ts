import type { Result } from '../check';
import { failureLines } from './told';

/** As JUnit XML, as CI systems read it (github.com/testmoapp/junitxml). */
export function asJunit(results: readonly Result[], subject: string): string {
  const count = (kind: string) => results.filter(({ outcome }) => outcome.kind === kind).length;
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0).toFixed(3);
  const counts = `tests="${results.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}" time="${seconds}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite name="${escaped(`conformance of ${subject}`)}" ${counts}>`,
    ...results.map(caseOf),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(result: Result): string {
  const { check, outcome, seconds } = result;
  const named = `name="${escaped(check.title)}" classname="${check.code}" time="${seconds.toFixed(3)}"`;
  if (outcome.kind === 'passed') return `    <testcase ${named}/>`;
  if (outcome.kind === 'skipped') {
    return `    <testcase ${named}><skipped message="${escaped(outcome.reason)}"/></testcase>`;
  }
  const text = failureLines(result).map(([name, value]) => `${name}: ${value}`);
  return `    <testcase ${named}><failure message="${escaped(outcome.problem)}" type="${check.code}">${escaped(text.join('\n'))}</failure></testcase>`;
}

/** Characters that XML 1.0 has no place for are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
