import { print, type ConstDirectiveNode, type FieldDefinitionNode, type InputValueDefinitionNode } from 'graphql';
import type { RegistryErrorCode } from '../../errors';
import { argumentsOf, directiveName, directiveText, lineOf, type SchemaType } from '../schema-types';

type Field = FieldDefinitionNode | InputValueDefinitionNode;

/** In what something is not as the contract has it. */
export interface Deviation {
  code: RegistryErrorCode;
  coordinate: string;
  line: number | null;
  /** What it has. */
  actual: string;
  /** What the contract has. */
  expected: string;
}

/** What the directives of a code are about: whoever changes them on what is shared, changes it for all. */
const SUBJECTS: readonly [code: RegistryErrorCode, names: readonly string[] | null][] = [
  ['ACCESS_NOT_OF_CONTRACT', ['tag', 'authenticated', 'requiresScopes', 'policy', 'inaccessible']],
  ['COST_NOT_OF_CONTRACT', ['cost', 'listSize']],
  ['DIRECTIVE_NOT_OF_CONTRACT', null],
];

/** @param inOwnWords - puts a partnership's name in the place of the example's. */
export function fieldDeviations(
  type: string,
  field: Field,
  wanted: Field,
  inOwnWords: (text: string) => string,
): Deviation[] {
  const at = { coordinate: `${type}.${field.name.value}`, line: lineOf(field) };
  const [actual, expected] = [print(field.type), inOwnWords(print(wanted.type))];
  return [
    ...(actual === expected ? [] : [{ ...at, code: 'CONTRACT_TYPE_DIFFERS' as const, actual, expected }]),
    ...argumentDeviations(field, wanted, at),
    ...directiveDeviations(field.directives ?? [], wanted.directives ?? [], at),
  ];
}

type At = Pick<Deviation, 'coordinate' | 'line'>;

function argumentDeviations(field: Field, wanted: Field, at: At): Deviation[] {
  const [actual, expected] = [field, wanted].map((one) => argumentsOf(one).map(argumentText).sort().join(', '));
  if (actual === expected) return [];
  return [{ ...at, code: 'CONTRACT_ARGUMENT_DIFFERS', actual: actual || 'nothing', expected: expected || 'nothing' }];
}

const argumentText = ({ name, type, defaultValue, directives = [] }: InputValueDefinitionNode) =>
  [
    `${name.value}: ${print(type)}`,
    ...(defaultValue ? [`= ${print(defaultValue)}`] : []),
    ...directives.map(directiveText),
  ].join(' ');

/** Of a type as a whole: its kind, what it implements or is one of, and its directives. */
export function typeDeviations(type: SchemaType, wanted: SchemaType): Deviation[] {
  const at = { coordinate: type.name, line: type.line };
  const [actual, expected] = [type, wanted].map(kindText) as [string, string];
  return [
    ...(actual === expected ? [] : [{ ...at, code: 'CONTRACT_TYPE_DIFFERS' as const, actual, expected }]),
    ...directiveDeviations(type.directives, wanted.directives, at),
  ];
}

const kindText = ({ kind, names }: SchemaType) =>
  `${/^[AEIOU]/.test(kind) ? 'an' : 'a'} ${kind}${names.length > 0 ? ` of ${[...names].sort().join(', ')}` : ''}`;

/** One deviation for each subject. */
export function directiveDeviations(
  actual: readonly ConstDirectiveNode[],
  wanted: readonly ConstDirectiveNode[],
  at: At,
): Deviation[] {
  return SUBJECTS.flatMap(([code], subject) => {
    const [has, wants] = [actual, wanted].map((all) => textOf(all.filter((one) => subjectOf(one) === subject)));
    return has === wants ? [] : [{ ...at, code, actual: has!, expected: wants! }];
  });
}

const subjectOf = (directive: ConstDirectiveNode) =>
  SUBJECTS.findIndex(([, names]) => names === null || names.includes(directiveName(directive)));

const textOf = (directives: readonly ConstDirectiveNode[]) =>
  [...new Set(directives.map(directiveText))].sort().join(' ') || 'nothing';
