import type { RequestIdentity } from '@hub/access';
import { signedCursor, type CursorKeys } from '@hub/subgraph-kit';

/**
 * What an attacker may send for a cursor of a list: the place in plain text, and signatures of others.
 *
 * @param cursor - the place where the attacker wants to begin
 * @param coordinate - the list: `Query.movementFlows`
 */
export function forgedCursors(cursor: string, coordinate: string, requestIdentity: RequestIdentity) {
  const keys: CursorKeys = [Buffer.alloc(32, 'ours')];
  const person = requestIdentity.caller?.person;
  const list = (...parts: unknown[]) => JSON.stringify(parts);
  const forged = [
    cursor,
    `${cursor}.`,
    // Under another subgraph's secret.
    signedCursor(cursor, list(coordinate, null, person, {}), [Buffer.alloc(32, 'theirs')]),
    // Of another list, of another parent, for another person, and under other arguments.
    signedCursor(cursor, list('Query.other', null, person, {}), keys),
    signedCursor(cursor, list(coordinate, 'lambeth', person, {}), keys),
    signedCursor(cursor, list(coordinate, null, 'somebody:else', {}), keys),
    signedCursor(cursor, list(coordinate, null, person, { from: '2025-01-01' }), keys),
  ];
  return { keys, forged };
}
