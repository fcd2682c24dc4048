import { EXPLAINED, explanationOf, similarName, type Explanation } from '@hub/registry';
import { Command } from 'commander';
import { HubError } from '../errors';

const EXAMPLES = `
Examples:
  hub explain
  hub explain FIELD_HAS_TWO_HOMES`;

/** `hub explain`: what a code of the checks means, why the hub has the rule, and how to mend what breaks it. */
export function explainCommand(finish: (code: number) => void): Command {
  return new Command('explain')
    .description('say what a code of the checks means, why it is a rule and how to mend it; without a code, list them')
    .argument('[code]', 'as hub check and the log write it')
    .option('--json', 'write it as JSON')
    .addHelpText('after', EXAMPLES)
    .action((code: string | undefined, { json = false }: { json?: boolean }) => {
      const wanted = code === undefined ? EXPLAINED : explained(code.toUpperCase());
      process.stdout.write(json ? `${JSON.stringify(wanted, null, 2)}\n` : textOf(wanted));
      finish(0);
    });
}

function explained(code: string): Explanation {
  const found = explanationOf(code);
  if (found) return found;
  const near = similarName(code, EXPLAINED);
  throw new HubError('CODE_UNKNOWN', { code, near: near === undefined ? '' : ` Is ${near} meant?` });
}

function textOf(wanted: Explanation | readonly string[]): string {
  if (!('means' in wanted)) return `${wanted.join('\n')}\n`;
  const { code, means, why, mend, example } = wanted;
  const parts = [code, `What it means: ${means}`, `Why: ${why}`, `How to mend it: ${mend}`];
  if (example) parts.push(`Before:\n\n${indented(example.before)}`, `After:\n\n${indented(example.after)}`);
  return `${parts.join('\n\n')}\n`;
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
