import { costRules } from '@hub/limits';
import { Kind, type DocumentNode, type FieldDefinitionNode, type TypeNode } from 'graphql';
import { finding } from '../finding';
import { lineOf } from '../schema-types';
import type { Rule } from './rule';

/** The lists of a partnership's own types: of each it is said how long it is. */
export const boundedLists: Rule = (schema) => {
  const own = new Set(schema.own.map(({ name }) => name));
  return unboundedLists(schema.document)
    .filter(({ type }) => own.has(type))
    .map(({ type, field }) =>
      finding('LIST_UNBOUNDED', {
        coordinate: `${type}.${field.name.value}`,
        subgraphs: [schema.name],
        line: lineOf(field),
      }),
    );
};

/** The lists of objects of which nothing says how long they are: no size, no argument, and no page that they are of. */
export function unboundedLists(document: DocumentNode): { type: string; field: FieldDefinitionNode }[] {
  const rules = costRules(document);
  const fields = document.definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (node.fields ?? []).map((field) => ({ type: node.name.value, field }))
      : [],
  );
  const pages = new Set(
    fields.flatMap(({ type, field }) => {
      const { slicingArguments, sizedFields } = rules.ofField(type, field.name.value);
      return slicingArguments?.includes('first')
        ? (sizedFields ?? []).map((name) => `${named(field.type)}.${name}`)
        : [];
    }),
  );
  return fields.filter(({ type, field }) => {
    const { assumedSize, slicingArguments } = rules.ofField(type, field.name.value);
    return (
      isList(field.type) &&
      assumedSize === undefined &&
      !slicingArguments?.length &&
      !pages.has(`${type}.${field.name.value}`)
    );
  });
}

const isList = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;

const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));
