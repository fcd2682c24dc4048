import type { Result } from '../check';
import { failureLines } from './told';

/** As TAP 14 (testanything.org), with what is to be known of each failure as its YAML block. */
export function asTap(results: readonly Result[]): string {
  const points = results.flatMap((result, index) => {
    const { check, outcome } = result;
    const skip = outcome.kind === 'skipped' ? ` # SKIP ${escaped(outcome.reason)}` : '';
    const point = `${outcome.kind === 'failed' ? 'not ok' : 'ok'} ${index + 1} - ${escaped(`${check.code}: ${check.title}`)}${skip}`;
    const lines = failureLines(result);
    if (lines.length === 0) return [point];
    // JSON texts are YAML.
    return [point, '  ---', ...lines.map(([name, text]) => `  ${name}: ${JSON.stringify(text)}`), '  ...'];
  });
  return ['TAP version 14', `1..${results.length}`, ...points, ''].join('\n');
}

const escaped = (text: string) => text.replace(/[\\#]/g, '\\$&');
