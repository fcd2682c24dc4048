import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** A type of a supergraph that has fields. */
export interface SupergraphType {
  kind: (ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode)['kind'];
  name: string;
  /** The fields that clients can ask for. */
  fields: readonly FieldDefinitionNode[];
  /** The subgraphs that define it, by name. */
  subgraphs: string[];
  /** The subgraphs that resolve a field of it. */
  subgraphsOf(field: FieldDefinitionNode): string[];
}

/** The subgraphs of a supergraph by name, and its objects and interfaces that clients can see. */
export function readSupergraph(document: DocumentNode): { subgraphs: string[]; types: SupergraphType[] } {
  const names = namesOfGraphs(document);
  const types = document.definitions.flatMap((node): SupergraphType[] => {
    const hasFields = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
    if (!hasFields || isInaccessible(node.directives)) return [];
    const subgraphs = graphsIn(node.directives, 'join__type', names);
    return [
      {
        kind: node.kind,
        name: node.name.value,
        fields: (node.fields ?? []).filter(({ directives }) => !isInaccessible(directives)),
        subgraphs,
        // A field without a word of its own is resolved wherever the type is defined.
        subgraphsOf: ({ directives }) => {
          const own = graphsIn(directives, 'join__field', names);
          return own.length > 0 ? own : subgraphs;
        },
      },
    ];
  });
  return { subgraphs: [...names.values()], types };
}

/** The name of the type that a field returns, without lists and non-null. */
export function namedTypeOf({ type }: FieldDefinitionNode): string {
  let node: TypeNode = type;
  while (node.kind !== Kind.NAMED_TYPE) node = node.type;
  return node.name.value;
}

/** Names of subgraphs by the value of `join__Graph` that stands for them: `TRI_BOROUGH` for `tri-borough`. */
function namesOfGraphs(document: DocumentNode): Map<string, string> {
  const graphs = document.definitions.find(
    (node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map(({ name, directives }) => [name.value, argument(directives?.[0], 'name') ?? name.value] as const),
  );
}

type Directives = readonly ConstDirectiveNode[] | undefined;

const isInaccessible = (directives: Directives) => directives?.some(({ name }) => name.value === 'inaccessible');

function graphsIn(directives: Directives, directive: string, names: ReadonlyMap<string, string>): string[] {
  const graphs = (directives ?? [])
    .filter(({ name }) => name.value === directive)
    .filter((node) => argument(node, 'external') !== 'true')
    .flatMap((node) => names.get(argument(node, 'graph') ?? '') ?? []);
  return [...new Set(graphs)];
}

/** An argument's value as text. */
function argument(node: ConstDirectiveNode | undefined, argument: string): string | undefined {
  const value = node?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value && 'value' in value ? String(value.value) : undefined;
}
