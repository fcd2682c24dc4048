import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DefinitionNode, type DocumentNode, type GraphQLSchema, Kind, parse, visit } from 'graphql';
import { federationDirectives, federationUrl, standardDirectives } from './federation-directives';
import { moveInterfaceFieldDirectives } from './move-interface-field-directives';

/**
 * The schema as a federation document: types with the directives that their classes carry, after a `@link` that imports
 * the directives in use. A root type without fields is left out.
 * @throws Error when a class carries a directive that federation does not know
 */
export function federationDocument(schema: GraphQLSchema, subgraph: string): DocumentNode {
  const types = getDocumentNodeFromSchema(schema).definitions.filter(isWanted);
  const document = moveInterfaceFieldDirectives({ kind: Kind.DOCUMENT, definitions: types });
  return { kind: Kind.DOCUMENT, definitions: [link(document, subgraph), ...document.definitions] };
}

function isWanted(definition: DefinitionNode): boolean {
  switch (definition.kind) {
    // Root types have their usual names, and directive definitions come with @link.
    case Kind.SCHEMA_DEFINITION:
    case Kind.DIRECTIVE_DEFINITION:
      return false;
    case Kind.OBJECT_TYPE_DEFINITION:
      return definition.name.value !== 'Query' || Boolean(definition.fields?.length);
    default:
      return true;
  }
}

function link(document: DocumentNode, subgraph: string): DefinitionNode {
  const used = new Set<string>();
  visit(document, {
    Directive({ name: { value: name } }) {
      if (standardDirectives.has(name)) return;
      if (!federationDirectives.has(name)) {
        throw new Error(
          `The ${subgraph} subgraph uses @${name}, which federation does not know. ` +
            `Use one of ${[...federationDirectives].map((known) => `@${known}`).join(', ')}.`,
        );
      }
      used.add(name);
    },
  });
  const imports = [...used].sort().map((name) => `"@${name}"`);
  const sdl = `extend schema @link(url: "${federationUrl}", import: [${imports.join(', ')}])`;
  return parse(sdl, { noLocation: true }).definitions[0]!;
}
