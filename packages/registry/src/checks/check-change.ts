import { ChangeType } from '@graphql-inspector/core';
import { parse } from 'graphql';
import { finding, type Finding } from './finding';
import { schemaChanges } from './schema-changes';
import { lineOf, schemaTypes } from './schema-types';

/** A schema of a partnership, and the last of it that was good. */
export interface PartnershipChange {
  name: string;
  last: string;
  next: string;
  /** Which operations ask for a field or a type, as `usedFields` tells them. Asked for where something was removed. */
  used: () => ReadonlyMap<string, ReadonlySet<string>>;
}

/** What a partnership's schema takes from those who ask, and what may be answered otherwise. What it only adds is no finding. */
export async function checkChange({ name, last, next, used }: PartnershipChange): Promise<Finding[]> {
  const lines = schemaTypes(parse(next));
  const changes = await schemaChanges(last, next);
  const isRemoval = ({ type }: (typeof changes)[number]) =>
    type === ChangeType.FieldRemoved || type === ChangeType.TypeRemoved;
  const inUse = changes.some(isRemoval) ? used() : null;
  return changes.flatMap((one): Finding[] => {
    const { path, message, criticality } = one;
    const [owner = ''] = path.split('.');
    const at = { coordinate: path, subgraphs: [name], line: lineIn(lines, owner, path) };
    const change = `${message.replace(/\.$/, '')}.`;
    const operations = isRemoval(one) ? [...(inUse?.get(path) ?? [])] : [];
    if (operations.length > 0) {
      return [finding('FIELD_IN_USE_REMOVED', at, { change, operations: operations.sort().join(', ') })];
    }
    if (criticality === 'BREAKING') return [finding('CHANGE_BREAKING', at, { change })];
    return criticality === 'DANGEROUS' ? [finding('CHANGE_DANGEROUS', at, { change })] : [];
  });
}

function lineIn(types: ReturnType<typeof schemaTypes>, owner: string, path: string): number | null {
  const type = types.get(owner);
  const field = type?.fields.find(({ name }) => path.startsWith(`${owner}.${name.value}`));
  return field ? lineOf(field) : (type?.line ?? null);
}
