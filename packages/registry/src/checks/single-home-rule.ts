import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import type { SubgraphDefinition } from '../subgraph-definition';
import { finding, type Finding } from './finding';
import { OF_FEDERATION } from './rules/root-fields';
import { directiveName } from './schema-types';
import { HUB_SUBGRAPH, PARTNERSHIP_FAMILIES } from './type-names';

interface Home {
  subgraph: string;
  /** The subgraph that this one takes the field from, by `@override`. */
  overrides?: string | undefined;
}

/**
 * The single home rule: each non-key field of a partnership type is resolvable in exactly one
 * subgraph, and only the hub's subgraph adds root fields: London asks, and records nothing in a partnership.
 *
 * A second home is legal GraphQL, but it makes the planner multiply its options for every
 * partnership: 12 types plan in 3 s, 33 exhaust memory.
 *
 * @param hub - The subgraph that owns the root fields. @default 'london-scp'
 */
export function checkSingleHome(
  subgraphs: readonly Pick<SubgraphDefinition, 'name' | 'sdl'>[],
  hub = HUB_SUBGRAPH,
): Finding[] {
  const homes = new Map<string, Home[]>();
  const findings: Finding[] = [];
  const isKey = keyFieldsOf(subgraphs);

  for (const { name: subgraph, sdl } of subgraphs) {
    const { roots, objects } = readSdl(sdl);
    // An extension does not repeat by what its type is of a family.
    const families = new Set(objects.filter(isOfFamily).map(({ name }) => name.value));
    for (const type of objects) {
      for (const field of type.fields ?? []) {
        const coordinate = `${type.name.value}.${field.name.value}`;
        if (roots.has(type.name.value)) {
          if (subgraph !== hub && !OF_FEDERATION.has(field.name.value)) {
            findings.push(finding('ROOT_FIELD_OUTSIDE_HUB', { coordinate, subgraphs: [subgraph] }, { hub }));
          }
        } else if (families.has(type.name.value) && !isKey(coordinate) && !has(field.directives, 'external')) {
          const known = homes.get(coordinate) ?? [];
          known.push({ subgraph, overrides: argument(field.directives, 'override', 'from') });
          homes.set(coordinate, known);
        }
      }
    }
  }

  for (const [coordinate, all] of homes) {
    const left = all.filter(({ subgraph }) => !all.some((other) => other.overrides === subgraph));
    const names = [...new Set(left.map(({ subgraph }) => subgraph))];
    if (names.length > 1) findings.push(finding('FIELD_HAS_TWO_HOMES', { coordinate, subgraphs: names }));
  }
  return findings;
}

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** The objects of a subgraph's schema, and the names of those by which an operation begins, also where it renames them. */
function readSdl(sdl: string): { roots: Set<string>; objects: ObjectNode[] } {
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  const objects: ObjectNode[] = [];
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) {
      objects.push(node);
    } else if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) {
      for (const { type } of node.operationTypes ?? []) roots.add(type.name.value);
    }
  }
  return { roots, objects };
}

/** A type implements LocalPartnership, or is an entity with a family's name. */
function isOfFamily(type: ObjectNode): boolean {
  return (
    (type.interfaces ?? []).some(({ name }) => name.value === 'LocalPartnership') ||
    (has(type.directives, 'key') && PARTNERSHIP_FAMILIES.some((end) => type.name.value.endsWith(end)))
  );
}

/** Key fields may stand everywhere: they are how the subgraphs agree on an entity. */
function keyFieldsOf(subgraphs: readonly Pick<SubgraphDefinition, 'sdl'>[]) {
  const keys = new Set<string>();
  for (const { sdl } of subgraphs) {
    for (const type of readSdl(sdl).objects) {
      for (const directive of type.directives?.filter((d) => directiveName(d) === 'key') ?? []) {
        for (const field of topFieldsOf(argument([directive], 'key', 'fields') ?? '')) {
          keys.add(`${type.name.value}.${field}`);
        }
      }
    }
  }
  return (coordinate: string) => keys.has(coordinate);
}

/** `id owner { id }` gives `id` and `owner`. A broken selection is composition's to report. */
function topFieldsOf(selection: string): string[] {
  try {
    const [node] = parse(`{ ${selection} }`, { noLocation: true }).definitions;
    if (node?.kind !== Kind.OPERATION_DEFINITION) return [];
    return node.selectionSet.selections.flatMap((s) => (s.kind === Kind.FIELD ? s.name.value : []));
  } catch {
    return [];
  }
}

type Directives = readonly ConstDirectiveNode[] | undefined;

const has = (directives: Directives, name: string) => directives?.some((node) => directiveName(node) === name) ?? false;

function argument(directives: Directives, directive: string, name: string): string | undefined {
  const value = directives
    ?.find((node) => directiveName(node) === directive)
    ?.arguments?.find((arg) => arg.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
