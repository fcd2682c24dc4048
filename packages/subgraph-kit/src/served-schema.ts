import type { GraphQLSchema } from 'graphql';

/** A schema, ready to serve, and its text. */
export interface ServedSchema {
  schema: GraphQLSchema;
  /** With who may see what, and what it costs; of a federated schema, what `_service { sdl }` answers. */
  sdl: string;
  /** Whether any of it is about a single child, so that a record of access must be kept. */
  isChildLevel: boolean;
}
