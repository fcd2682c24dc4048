import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLLeafType,
} from 'graphql';

/** What stands in a column, as the input of a record has it. */
export interface Column {
  /** The names that lead to the field; `#` stands for the number of an item, from 1, as in `attendance.#.role`. */
  path: readonly string[];
  type: GraphQLLeafType;
  /** Whether a cell has several values, with semicolons between them. */
  isList: boolean;
  /** Whether it must be there, in each item where it is of items. */
  isRequired: boolean;
  description: string;
}

/** An item of a list is a row within a row: there is one such level. */
export class TooNested extends Error {
  override readonly name = 'TooNested';
}

/**
 * The columns in which the input of a record is written.
 *
 * @throws TooNested where one row cannot hold it.
 */
export function columnsOf(input: GraphQLInputObjectType, above: readonly string[] = [], isSure = true): Column[] {
  return Object.values(input.getFields()).flatMap((field): Column[] => {
    const path = [...above, field.name];
    const nullable = getNullableType(field.type);
    const isList = isListType(nullable);
    const named = getNamedType(field.type);
    const isWithinWithin = isList && (isListType(getNullableType(nullable.ofType)) || above.includes('#'));
    if (isInputObjectType(named) ? isWithinWithin : isWithinWithin && !above.includes('#')) {
      throw new TooNested(
        `${path.join('.')} has lists within lists, which one row cannot hold. Record it by its mutation.`,
      );
    }
    const isRequired = isSure && isRequiredInputField(field) && !isList;
    // What is optional as a whole is missed by its type, where only a part of it is there.
    if (isInputObjectType(named)) return columnsOf(named, isList ? [...path, '#'] : path, isList || isRequired);
    return [{ path, type: named, isList, isRequired, description: field.description ?? '' }];
  });
}

/** The header of a column, as a template has it: of items that of the first. */
export const headerOf = ({ path }: Pick<Column, 'path'>): string => path.join('.').replaceAll('#', '1');
