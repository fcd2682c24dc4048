import { Kind } from 'graphql';
import { finding } from '../finding';
import type { SchemaType } from '../schema-types';
import type { Rule } from './rule';

/** An input that requires itself can never be given. */
export const possibleInputs: Rule = (schema) => {
  const inputs = [...schema.types.values()].filter(({ kind }) => kind === 'InputObjectType');
  return inputs
    .filter((input) => requiredBy(input, schema.types).has(input.name))
    .map(({ name, line }) => finding('INPUT_IMPOSSIBLE', { coordinate: name, subgraphs: [schema.name], line }));
};

/** All that must be given with an input. */
function requiredBy(input: SchemaType, types: ReadonlyMap<string, SchemaType>): Set<string> {
  const required = new Set<string>();
  const open = [input];
  for (const { fields } of open) {
    for (const { type } of fields) {
      const name =
        type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.NAMED_TYPE ? type.type.name.value : undefined;
      const next = name === undefined || required.has(name) ? undefined : types.get(name);
      if (next?.kind !== 'InputObjectType') continue;
      required.add(next.name);
      open.push(next);
    }
  }
  return required;
}
