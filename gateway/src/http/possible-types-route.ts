import { isAbstractType, type GraphQLSchema } from 'graphql';
import type { Caller } from '@hub/access';
import type { FastifyInstance } from 'fastify';
import { refuseBadToken } from '../identity/identify';

/**
 * Serves which types stand behind each interface and union, as Apollo Client's `possibleTypes` takes it: of the part of the
 * schema that the caller may read, as introspection shows it.
 */
export function addPossibleTypes(door: FastifyInstance, schemaFor: (caller: Caller | null) => GraphQLSchema): void {
  door.get('/graphql/possible-types.json', { preParsing: refuseBadToken }, async ({ caller }, reply) => {
    void reply.header('cache-control', 'private, no-cache');
    return possibleTypes(schemaFor(caller));
  });
}

function possibleTypes(schema: GraphQLSchema): Record<string, string[]> {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  return Object.fromEntries(
    abstract
      .map(
        (type) =>
          [
            type.name,
            schema
              .getPossibleTypes(type)
              .map(({ name }) => name)
              .sort(),
          ] as const,
      )
      .sort(),
  );
}
