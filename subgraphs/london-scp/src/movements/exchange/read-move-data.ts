import { MOVE_DATA, type MoveData } from '@hub/contract';

/** Reads what a move says. What is null is not said. */
export function readMoveData(json: string): { data: MoveData } | { field: string; problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json, (_key, part: unknown) => part ?? undefined);
  } catch {
    return { field: 'data', problem: 'must be JSON' };
  }
  const result = MOVE_DATA.safeParse(value);
  if (result.success) return { data: result.data as MoveData };
  const issue = result.error.issues[0]!;
  return issue.code === 'unrecognized_keys'
    ? { field: issue.keys[0]!, problem: 'is nothing that a move says' }
    : { field: String(issue.path[0] ?? 'data'), problem: issue.message };
}
