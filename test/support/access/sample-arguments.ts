import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

/** What fields without side effects are asked with, by the name of the argument or by the field's; as GraphQL. */
const QUESTIONS: Readonly<Record<string, string>> = {
  first: '1',
  financialYear: '"2025-26"',
  from: '"2024-04-01"',
  to: '"2026-03-31"',
  earlier: '"2025-01-05"',
  later: '"2026-01-05"',
  since: '"2025-04-01"',
  on: '"2026-01-05"',
  at: '"2026-01-05T09:00:00Z"',
  childPseudonyms: '["p1:1:none"]',
  input: '{ nhsNumber: "9990000018" }',
  'Query.partnership': '"lambeth"',
  // Of the kind that it publishes.
  'RedbridgePartnership.reports': 'SCRUTINY',
  'Query.procedure': '"london-procedures"',
  'Query.movement': '"movement:none"',
  'Query.childRecord': '"lambeth/movement:none/origin"',
};

/** What makes every mutation refuse: texts that are blank, ids of nothing, amounts below nought, a year long ago. */
const REFUSED: Readonly<Record<string, string>> = {
  ID: '"Nothing has this id."',
  String: '" "',
  Date: '"2026-01-05"',
  FinancialYear: '"1998-99"',
  Pence: '-1',
  Int: '-1',
  Boolean: 'false',
};

/** Mutations that would do that, and have another way to change nothing. */
const CHANGES_NOTHING: Readonly<Record<string, string>> = {
  // It is open already.
  'Mutation.openFinancialYear': '{ financialYear: "2025-26" }',
};

/** The arguments that a field must have, as GraphQL, with parentheses; nothing where it needs none. */
export function sampleArguments(coordinate: string, args: readonly GraphQLArgument[]): string {
  const needed = args.filter(isNeeded).map((arg) => {
    const value = coordinate.startsWith('Mutation.')
      ? (CHANGES_NOTHING[coordinate] ?? refusedValue(arg.type))
      : (QUESTIONS[coordinate] ?? QUESTIONS[arg.name] ?? firstValue(arg.type));
    if (value === undefined) throw new Error(`${coordinate}(${arg.name}:) has no sample in sample-arguments.ts.`);
    return `${arg.name}: ${value}`;
  });
  return needed.length > 0 ? `(${needed.join(', ')})` : '';
}

/** Of an enum its first value: any will do for a question. */
function firstValue(type: GraphQLInputType): string | undefined {
  if (isNonNullType(type)) return firstValue(type.ofType);
  return isEnumType(type) ? type.getValues()[0]!.name : undefined;
}

function refusedValue(type: GraphQLInputType): string {
  if (isNonNullType(type)) return refusedValue(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(isNeeded);
    return `{ ${fields.map((field) => `${field.name}: ${refusedValue(field.type)}`).join(', ')} }`;
  }
  const value = REFUSED[type.name];
  if (value === undefined) throw new Error(`${type.name} has no sample in sample-arguments.ts.`);
  return value;
}

/** Whether a field cannot be asked for without. */
export const isNeeded = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) =>
  isNonNullType(type) && defaultValue === undefined;
