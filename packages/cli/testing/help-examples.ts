import type { Command } from 'commander';

/** What the examples in a command's help give to `hub`, each as its arguments. */
export function helpExamples(command: Command): string[][] {
  let help = '';
  command.configureOutput({ writeOut: (text) => void (help += text) });
  command.outputHelp();
  const lines = [...help.matchAll(/^ *hub (.+)$/gm)].map(([, line]) => line!);
  return lines.map((line) => [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word));
}
