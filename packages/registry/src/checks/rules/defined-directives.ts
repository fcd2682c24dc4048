import { Kind } from 'graphql';
import { finding } from '../finding';
import { lineOf } from '../schema-types';
import type { Rule } from './rule';

/** A directive of its own could stand in for one that guards a field. */
export const definedDirectives: Rule = (schema) =>
  schema.document.definitions.flatMap((node) =>
    node.kind === Kind.DIRECTIVE_DEFINITION
      ? [
          finding('DIRECTIVE_DEFINED', {
            coordinate: `@${node.name.value}`,
            subgraphs: [schema.name],
            line: lineOf(node),
          }),
        ]
      : [],
  );
