import { Kind } from 'graphql';
import { finding } from '../finding';
import { lineOf } from '../schema-types';
import type { Rule } from './rule';

/** What an operation begins with is called Query, Mutation and Subscription, so that no root field hides behind another name. */
export const rootTypes: Rule = (schema) =>
  schema.document.definitions.flatMap((node) => {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (node.operationTypes ?? [])
      .filter(({ operation, type }) => type.name.value.toLowerCase() !== operation)
      .map(({ type }) =>
        finding('ROOT_TYPE_RENAMED', {
          coordinate: type.name.value,
          subgraphs: [schema.name],
          line: lineOf(type),
        }),
      );
  });
