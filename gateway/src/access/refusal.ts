import type { Requirement } from '@hub/access';
import { GraphQLError } from 'graphql';
import { gatewayMessage, type GatewayErrorCode } from '../errors';

/** A field that was asked for and is not the caller's to see. */
export interface Refusal {
  /** Where its null stands: response names, and `@` for each list between them. */
  path: readonly string[];
  /** The field, as `Movement.reason`. */
  coordinate: string;
  /** What the caller does not meet. */
  needs: readonly Requirement[];
}

/** What the client is told of a refusal. Scopes are named: they are public, and the remedy is to have them. */
export function refusalError({ path, coordinate, needs }: Refusal): GraphQLError {
  const code = 'UNAUTHORIZED_FIELD_OR_TYPE' satisfies GatewayErrorCode;
  const message = gatewayMessage(code, { field: coordinate, needs: inWords(needs) });
  return new GraphQLError(message, { path: [...path], extensions: { code } });
}

/** Sets of scopes, each of which is enough; as many as are told of. */
const TOLD = 8;

function inWords(needs: readonly Requirement[]): string {
  let enough: string[][] = [[]];
  for (const { scopes } of needs) {
    if (scopes.length > 0)
      enough = least(enough.flatMap((has) => scopes.map((more) => [...new Set([...has, ...more])])));
  }
  if (enough[0]!.length === 0) return 'a token';
  const each = enough.map((scopes) => listed(scopes, 'and'));
  const hasSets = enough.some((scopes) => scopes.length > 1);
  return `a token with the scope${hasSets ? 's' : ''} ${hasSets ? each.join(', or ') : listed(each, 'or')}`;
}

/** Without those that hold another. */
function least(sets: readonly string[][]): string[][] {
  const holds = (set: readonly string[], other: readonly string[]) => other.every((scope) => set.includes(scope));
  return sets
    .filter((set, at) =>
      sets.every((other, index) => index === at || !holds(set, other) || (holds(other, set) && at < index)),
    )
    .slice(0, TOLD);
}

function listed(words: readonly string[], conjunction: 'and' | 'or'): string {
  if (words.length === 1) return words[0]!;
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)!}`;
}
