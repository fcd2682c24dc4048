import { Kind, visit, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { finding, type Finding } from '../finding';
import { directiveName, lineOf, type SchemaType } from '../schema-types';
import type { Rule } from './rule';

/** What may stand at types of one's own. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['key', 'external', 'requires', 'provides', 'tag', 'authenticated', 'requiresScopes', 'inaccessible'],
  ...['cost', 'listSize', 'deprecated', 'specifiedBy', 'oneOf'],
]);

/** Nothing of a partnership's takes a field from another, is answered by several, or changes an interface of all. */
export const ownDirectives: Rule = (schema) => [
  ...ofSchema(schema.document, schema.name),
  ...schema.own.flatMap((type) =>
    placesIn(type).flatMap(({ coordinate, directives }) =>
      directives
        .filter((directive) => !ALLOWED.has(directiveName(directive)))
        .map((directive) => notAllowed(directive, coordinate, schema.name)),
    ),
  ),
];

/** At the schema itself nothing stands but its links. */
function ofSchema({ definitions }: DocumentNode, name: string): Finding[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.directives ?? [])
          .filter((directive) => directive.name.value !== 'link')
          .map((directive) => notAllowed(directive, 'schema', name))
      : [],
  );
}

/** Everything of a type at which directives stand. */
function placesIn({ name, directives, fields, values }: SchemaType) {
  const places: { coordinate: string; directives: readonly ConstDirectiveNode[] }[] = [
    { coordinate: name, directives },
  ];
  for (const member of [...fields, ...values]) {
    const inside: ConstDirectiveNode[] = [];
    visit(member, { Directive: (node) => void inside.push(node as ConstDirectiveNode) });
    places.push({ coordinate: `${name}.${member.name.value}`, directives: inside });
  }
  return places;
}

const notAllowed = (directive: ConstDirectiveNode, coordinate: string, subgraph: string) =>
  finding(
    'DIRECTIVE_NOT_ALLOWED',
    { coordinate, subgraphs: [subgraph], line: lineOf(directive) },
    { directive: `@${directiveName(directive)}` },
  );
