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

function inWords(needs: readonly Requirement[]): string {
  const scoped = needs.filter(({ scopes }) => scopes.length > 0);
  if (scoped.length === 0) return 'a token';
  const each = scoped.map(({ scopes }) => scopes.map((together) => together.join(' and ')).join(', or '));
  return `a token with the scope ${each.join('; and ')}`;
}
