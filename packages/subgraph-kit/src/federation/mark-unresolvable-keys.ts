import { type ConstDirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

/**
 * Says `resolvable: false` on the keys of entities that the subgraph only points to. The same class may stand in many
 * subgraphs; whether one of them can find the entity again follows from its references, so nobody has to say it twice.
 *
 * @param resolvable - names of the entity types that the subgraph has references for
 */
export function markUnresolvableKeys(document: DocumentNode, resolvable: ReadonlySet<string>): DocumentNode {
  const mark = (directive: ConstDirectiveNode): ConstDirectiveNode => {
    const isDecided = directive.arguments?.some(({ name }) => name.value === 'resolvable');
    if (directive.name.value !== 'key' || isDecided) return directive;
    const resolvableFalse = {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: 'resolvable' },
      value: { kind: Kind.BOOLEAN, value: false },
    } as const;
    return { ...directive, arguments: [...(directive.arguments ?? []), resolvableFalse] };
  };
  return visit(document, {
    ObjectTypeDefinition: (node) =>
      resolvable.has(node.name.value) ? undefined : { ...node, directives: node.directives?.map(mark) ?? [] },
  });
}
