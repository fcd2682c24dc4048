/** A step that a picture draws: of a side by its authority, from one state to another. */
export interface DrawnStep {
  from: string;
  to: string;
  authority: string;
  /** As the picture has it, `share information`. */
  step: string;
  isThick: boolean;
}

const PICTURE = /^```mermaid\nflowchart \w+\n([\s\S]*?)^```$/m;
const GROUP = /^subgraph (\w+)\["[^"]*"\]$/;
const STATE = /^(\w+)(?:\["[^"]*"\]|\(\["[^"]*"\]\))$/;
const STEP = /^(\w+) (==>|-->)\|(\w+): ([\w ]+)\| (\w+)$/;

/**
 * Reads the steps of the picture of states in a guide. One that leaves a group leaves each state in it.
 *
 * @throws Error where there is no picture, or it draws something else, so that nothing is drawn which is not read.
 */
export function stepsOfPicture(markdown: string): DrawnStep[] {
  const picture = PICTURE.exec(markdown)?.[1];
  if (picture === undefined) throw new Error('There is no picture of the states.');
  const members = new Map<string, string[]>();
  const open: string[] = [];
  const steps: DrawnStep[] = [];
  for (const line of picture.split('\n').map((one) => one.trim())) {
    const group = GROUP.exec(line)?.[1];
    const state = STATE.exec(line)?.[1];
    const [, from, arrow, authority, step, to] = STEP.exec(line) ?? [];
    if (group) {
      members.set(group, []);
      open.push(group);
    } else if (state) {
      for (const one of open) members.get(one)!.push(state);
    } else if (from) {
      const isThick = arrow === '==>';
      for (const one of members.get(from) ?? [from]) {
        steps.push({ from: one, to: to!, authority: authority!, step: step!, isThick });
      }
    } else if (line === 'end') open.pop();
    else if (line !== '') throw new Error(`The picture has a line that nobody reads: ${line}`);
  }
  return steps;
}
