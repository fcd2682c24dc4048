import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { directiveName, schemaTypes } from '../checks/schema-types';
import { directiveNode } from './directive-node';

/**
 * The hub's schema, as far as partnerships do what it requires of them. It has all of a partnership that it can reduce over;
 * here an interface is taken from a partnership's type where the partnership does not claim it, with the `@external` fields
 * that nothing else brings. So each capability is a partnership's choice, and what the hub requires is a fragment on it.
 *
 * A type that a partnership does not have at all is nothing that clients may see.
 *
 * @param hub - as it is published.
 * @param others - the schemas of the partnerships that it is composed with.
 */
export function withClaimedCapabilities(hub: DocumentNode, others: readonly DocumentNode[]): DocumentNode {
  const claims = claimsIn(others);
  const interfaces = schemaTypes(hub);
  const fieldsOf = (name: string) => interfaces.get(name)?.fields.map((field) => field.name.value) ?? [];
  const hiding = directiveNode(isImported(hub, '@inaccessible') ? '@inaccessible' : '@federation__inaccessible');

  const definitions = hub.definitions.map((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
    const claimed = claims.get(definition.name.value);
    const type = asClaimed(definition, claimed ?? new Set(), fieldsOf);
    if (claimed || type === definition) return type;
    return { ...type, directives: [...(type.directives ?? []).filter(isKey), hiding] };
  });
  if (definitions.every((definition, place) => definition === hub.definitions[place])) return hub;
  return withoutLostFragments({ ...hub, definitions });
}

/** The interfaces that types claim, by the name of the type. */
function claimsIn(documents: readonly DocumentNode[]): Map<string, Set<string>> {
  const claims = new Map<string, Set<string>>();
  for (const document of documents) {
    for (const { name, kind, names } of schemaTypes(document).values()) {
      if (kind === 'ObjectType') claims.set(name, new Set([...(claims.get(name) ?? []), ...names]));
    }
  }
  return claims;
}

/** The type itself, where nothing is taken from it. */
function asClaimed(
  type: ObjectTypeDefinitionNode,
  claimed: ReadonlySet<string>,
  fieldsOf: (name: string) => readonly string[],
): ObjectTypeDefinitionNode {
  const { interfaces = [], fields = [] } = type;
  const external = new Set(fields.filter(isExternal).map(({ name }) => name.value));
  const isLeft = ({ name }: { name: { value: string } }) =>
    claimed.has(name.value) || !fieldsOf(name.value).some((field) => external.has(field));
  const left = interfaces.filter(isLeft);
  if (left.length === interfaces.length) return type;
  const broughtBy = (some: typeof interfaces) => new Set(some.flatMap(({ name }) => fieldsOf(name.value)));
  const [before, after] = [broughtBy(interfaces), broughtBy(left)];
  const isTaken = ({ name: { value } }: FieldDefinitionNode) =>
    external.has(value) && before.has(value) && !after.has(value);
  return { ...type, interfaces: left, fields: fields.filter((field) => !isTaken(field)) };
}

/** Leaves out of what the hub requires the fragments on what nobody is any longer. */
function withoutLostFragments(hub: DocumentNode): DocumentNode {
  const possible = new Set(
    hub.definitions.flatMap((definition) =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION
        ? [definition.name.value, ...(definition.interfaces ?? []).map(({ name }) => name.value)]
        : [],
    ),
  );
  return visit(hub, {
    Directive(node) {
      const [fields] = node.arguments ?? [];
      if (directiveName(node as ConstDirectiveNode) !== 'requires' || fields?.value.kind !== Kind.STRING)
        return undefined;
      const left = possiblePart(fields.value.value, possible);
      if (left === null) return null;
      return { ...node, arguments: [{ ...fields, value: { ...fields.value, value: left } }] };
    },
  });
}

/**
 * @param selection - as `adopters { ... on AdoptsProcedures { … } }`.
 * @returns null where nothing of it is left.
 */
function possiblePart(selection: string, possible: ReadonlySet<string>): string | null {
  const document = visit(parse(`{ ${selection} }`, { noLocation: true }), {
    InlineFragment: ({ typeCondition }) =>
      typeCondition && !possible.has(typeCondition.name.value) ? null : undefined,
    Field: {
      leave: ({ selectionSet }) => (selectionSet?.selections.length === 0 ? null : undefined),
    },
  });
  const [query] = document.definitions as [OperationDefinitionNode];
  const { selections } = query.selectionSet;
  return selections.length === 0 ? null : selections.map(print).join(' ').replace(/\s+/g, ' ');
}

const isExternal = ({ directives = [] }: FieldDefinitionNode) =>
  directives.some((one) => directiveName(one) === 'external');

const isKey = (one: ConstDirectiveNode) => directiveName(one) === 'key';

const isImported = ({ definitions }: DocumentNode, name: string) =>
  definitions.some((node) => node.kind === Kind.SCHEMA_EXTENSION && print(node).includes(`"${name}"`));
