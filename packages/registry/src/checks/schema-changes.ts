import { diff, type Change } from '@graphql-inspector/core';
import { buildASTSchema, parse } from 'graphql';

/** How far a change reaches those who ask. */
export type Criticality = 'BREAKING' | 'DANGEROUS' | 'NON_BREAKING';

/** What changes from one schema to another. */
export interface SchemaChange {
  /** The coordinate, as `LambethPartnership.priorities`. */
  path: string;
  message: string;
  criticality: Criticality;
  /** As GraphQL Inspector names it. */
  type: Change['type'];
}

/** What changes from one schema of a subgraph to another, both as SDL. @throws Error where one does not parse. */
export async function schemaChanges(from: string, to: string): Promise<SchemaChange[]> {
  const changes = await diff(schemaOf(from), schemaOf(to));
  return changes.map(({ path = '', message, type, criticality: { level } }) => {
    return { path, message, type, criticality: level as Criticality };
  });
}

/** Its directives are said, and not declared. */
const schemaOf = (sdl: string) => buildASTSchema(parse(sdl, { noLocation: true }), { assumeValidSDL: true });
