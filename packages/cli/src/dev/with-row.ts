import { prefixOf } from '@hub/registry';
import { Kind, parse, print, type ObjectTypeDefinitionNode } from 'graphql';

/** What a type has on a field that another subgraph answers, or is asked by. */
const OF_OTHERS = new Set(['external', 'requires']);

/**
 * The London SCP's schema as it is once its directory has a row for a partnership, with what it knows of it by itself. What
 * it reduces over what a partnership answers comes with the row.
 *
 * @param sdl - the London SCP's.
 * @param id - the partnership's.
 */
export function withRow(sdl: string, id: string): string {
  const name = `${prefixOf(id)}Partnership`;
  const partnerships = parse(sdl, { noLocation: true }).definitions.filter(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && (node.interfaces ?? []).some((one) => one.name.value === CORE),
  );
  const [example] = partnerships;
  if (!example || partnerships.some((one) => one.name.value === name)) return sdl;
  const row: ObjectTypeDefinitionNode = {
    ...example,
    name: { kind: Kind.NAME, value: name },
    interfaces: (example.interfaces ?? []).filter((one) => one.name.value === CORE),
    fields: (example.fields ?? []).filter(
      ({ directives = [] }) => !directives.some((one) => OF_OTHERS.has(one.name.value)),
    ),
  };
  return `${sdl}\n${print(row)}\n`;
}

const CORE = 'LocalPartnership';
