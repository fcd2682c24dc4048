import { parse, visit, Kind } from 'graphql';
import { finding } from '../finding';
import { directiveName, lineOf } from '../schema-types';
import type { Rule } from './rule';

/** The planner mixes up two selections of one field with different arguments, in silence. */
export const requiresArguments: Rule = (schema) =>
  [...schema.types.values()].flatMap((type) =>
    type.fields.flatMap((field) =>
      (field.directives ?? [])
        .filter((directive) => ['requires', 'provides'].includes(directiveName(directive)))
        .filter(({ arguments: given = [] }) =>
          given.some(({ value }) => value.kind === Kind.STRING && hasArgument(value.value)),
        )
        .map((directive) =>
          finding(
            'REQUIRES_WITH_ARGUMENT',
            { coordinate: `${type.name}.${field.name.value}`, subgraphs: [schema.name], line: lineOf(directive) },
            { directive: `@${directiveName(directive)}` },
          ),
        ),
    ),
  );

/** What is no selection is composition's to report. */
function hasArgument(selection: string): boolean {
  let found = false;
  try {
    visit(parse(`{ ${selection} }`, { noLocation: true }), { Argument: () => void (found = true) });
  } catch {
    return false;
  }
  return found;
}
