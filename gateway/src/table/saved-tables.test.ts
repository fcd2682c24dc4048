import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, type SavedExample } from '@hub/explorer';
import { buildSchema, isObjectType, TypeInfo, visit, visitWithTypeInfo, type SelectionSetNode } from 'graphql';
import { savedOperation } from '../saved/saved-operation';
import { OPERATIONS_FOLDER } from '../saved/operations-folder';
import { tableShape } from './table-shape';

const API = join(__dirname, '../../../docs/reference/schema/api.graphql');
const schema = buildSchema(readFileSync(API, 'utf8'), { assumeValidSDL: true });

/** Whether nothing is asked of an object but which it is: to ask more can take another request. */
const isReference = ({ selections }: SelectionSetNode) =>
  selections.every((one) => one.kind === 'Field' && one.name.value === 'id');

/** What the tables of a saved operation would not say. */
function silences(example: SavedExample): string[] {
  const { document, operation } = savedOperation(example);
  const found: string[] = [];
  const types = new TypeInfo(schema);
  const asksFor = ({ selections }: SelectionSetNode, ...names: string[]) =>
    selections.some(({ kind }) => kind === 'FragmentSpread') ||
    names.every((name) => selections.some((one) => one.kind === 'Field' && one.name.value === name && !one.alias));
  const look = (set: SelectionSetNode) => {
    const type = types.getParentType();
    const has = (name: string) => isObjectType(type) && name in type.getFields();
    if (has('isSynthetic') && !isReference(set) && !asksFor(set, 'isSynthetic'))
      found.push(`${type!.name} without isSynthetic`);
    if (has('pageInfo') && !asksFor(set, 'pageInfo')) found.push(`${type!.name} without pageInfo`);
    if (type?.name === 'PageInfo' && !asksFor(set, 'hasNextPage')) found.push('PageInfo without hasNextPage');
  };
  visit(document, visitWithTypeInfo(types, { SelectionSet: look }));
  const { paged, columns } = tableShape(schema, document, operation);
  const takesAfter = operation.variableDefinitions?.some(({ variable }) => variable.name.value === 'after') ?? false;
  if (takesAfter !== (paged !== null)) found.push('a variable after that asks for no page');
  const headings = columns.map(({ heading }) => heading);
  found.push(...headings.filter((one, index) => headings.indexOf(one) < index).map((one) => `two columns ${one}`));
  return found;
}

describe('a saved operation, also as a table, says what is demonstration data, and whether there is more', () => {
  it('each in the folder of the gateway', async () => {
    const examples = await readExamples(OPERATIONS_FOLDER);
    expect(examples.length).toBeGreaterThan(20);
    expect(examples.flatMap((one) => silences(one).map((silence) => `${one.name}: ${silence}`))).toEqual([]);
  });

  it('or this test would find it', () => {
    const query = `query Q($after: String) {
      movementCounts(from: "2025-10-01", to: "2026-10-31") { value }
      partnerships { ... on HoldsMeetings { meetings { edges { node { heldOn isSynthetic } } } } } }`;
    expect(
      silences({ name: 'x', title: '', about: '', subject: 'Directory', query, variables: '', role: null }),
    ).toEqual([
      'MovementCount without isSynthetic',
      'MeetingConnection without pageInfo',
      'a variable after that asks for no page',
    ]);
  });
});
