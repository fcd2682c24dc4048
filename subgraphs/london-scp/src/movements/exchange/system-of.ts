import type { SubgraphContext } from '@hub/subgraph-kit';
import { GraphQLError } from 'graphql';

/**
 * Id of the partnership whose system asks.
 *
 * @throws GraphQLError where it is not a partnership's system: messages are exchanged between systems, and persons work in
 * their own.
 */
export function systemOf({ requestIdentity: { caller } }: SubgraphContext): string {
  if (caller?.role === 'partnership-system' && caller.partnership !== null) return caller.partnership;
  throw new GraphQLError('Messages of movements are for the systems of partnerships. Work in the one of your own.', {
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' },
  });
}
