import { GraphQLError, print, type ValueNode } from 'graphql';

/** Characters of a value that a refusal repeats. */
const SHOWN = 60;

/**
 * Says that a value is refused as the caller's mistake.
 *
 * @param rule - what a value must be, as in "Date must be …".
 * @param value - as it was given.
 * @param node - where it stands, if it was written into the operation.
 */
export function refusedValue(rule: string, value: unknown, node?: ValueNode): GraphQLError {
  const text = node ? print(node) : (JSON.stringify(value) ?? String(value));
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return new GraphQLError(`${rule}, not ${shown}.`, {
    ...(node && { nodes: node }),
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
