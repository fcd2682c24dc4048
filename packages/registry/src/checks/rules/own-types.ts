import { finding } from '../finding';
import { prefixOf } from '../type-names';
import type { Rule } from './rule';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** Names that GraphQL and federation keep for themselves. */
const isReserved = (name: string) =>
  name.includes('__') || /^_(Any|Entity|Service)$/.test(name) || /^(ID|String|Int|Float|Boolean|FieldSet)$/.test(name);

/** A partnership defines its own types and the contract's: under no name of another's can it answer for it. */
export const ownTypes: Rule = (schema, { contract }) =>
  [...schema.types.values()].flatMap((type) => {
    const at = { coordinate: type.name, subgraphs: [schema.name], line: type.line };
    if (ROOTS.has(type.name)) return type.kind === 'ObjectType' ? [] : [finding('NAME_RESERVED', at)];
    if (isReserved(type.name)) return [finding('NAME_RESERVED', at)];
    if (schema.isOwn(type.name) || contract.types.has(type.name)) return [];
    return [finding('TYPE_NOT_OWN', at, { subgraph: schema.name, prefix: prefixOf(schema.name) })];
  });
