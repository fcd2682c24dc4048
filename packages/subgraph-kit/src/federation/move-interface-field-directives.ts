import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { accessDirectives, objectFieldDirectives } from './federation-directives';

/**
 * Takes off the fields of interfaces what composition accepts on objects only, such as `@requiresScopes`. type-graphql
 * has given each implementing object the same directive already, so the interface class is the one place to write it.
 * @throws Error when an object redeclares the field and so has lost a directive that decides who may read it
 */
export function moveInterfaceFieldDirectives(document: DocumentNode): DocumentNode {
  const objects = document.definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION);
  const definitions = document.definitions.map((node) =>
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ? withoutObjectDirectives(node, objects) : node,
  );
  return { ...document, definitions };
}

function withoutObjectDirectives(
  node: InterfaceTypeDefinitionNode,
  objects: readonly ObjectTypeDefinitionNode[],
): InterfaceTypeDefinitionNode {
  const implementers = objects.filter(({ interfaces }) =>
    interfaces?.some(({ name }) => name.value === node.name.value),
  );
  const fields = (node.fields ?? []).map((field) => {
    const directives = field.directives ?? [];
    for (const implementer of implementers) {
      refuseLostAccess(node.name.value, field.name.value, directives, implementer);
    }
    return { ...field, directives: directives.filter(({ name }) => !objectFieldDirectives.has(name.value)) };
  });
  return { ...node, fields };
}

function refuseLostAccess(
  interfaceName: string,
  fieldName: string,
  directives: readonly ConstDirectiveNode[],
  { name, fields }: ObjectTypeDefinitionNode,
): void {
  const carried = fields?.find((field) => field.name.value === fieldName)?.directives ?? [];
  const lost = directives.find(
    (directive) =>
      accessDirectives.has(directive.name.value) && !carried.some((other) => other.name.value === directive.name.value),
  );
  if (lost) {
    throw new Error(
      `${name.value}.${fieldName} redeclares a field of ${interfaceName} and loses its @${lost.name.value}. ` +
        'Repeat the directive on the object, or leave the field to the interface.',
    );
  }
}
