import { DateScalar, DateTimeScalar, Pence } from '@hub/contract';
import { GraphQLScalarType } from 'graphql';
import { Int, getMetadataStorage } from 'type-graphql';
import {
  EntitySchema,
  type ColumnType,
  type EntitySchemaColumnOptions,
  type EntitySchemaRelationOptions,
} from 'typeorm';
import { bigintNumber } from './bigint-number';
import { instantColumn } from './instant-column';
import { publishedFields } from './published-fields';

/** What is stored beside what is published, or otherwise than its published type says; null is not stored. */
export type Stored<Row> = {
  [Field in keyof Row & string]?: ColumnType | EntitySchemaColumnOptions | EntitySchemaRelationOptions | null;
};

const COLUMN_OF = new Map<unknown, EntitySchemaColumnOptions>([
  [Boolean, { type: 'boolean' }],
  [Int, { type: 'integer' }],
  [Pence, { type: 'bigint', transformer: bigintNumber }],
  [DateScalar, { type: 'date' }],
  [DateTimeScalar, instantColumn('')],
]);

/**
 * The table of a record: a column for each field that its class publishes as a scalar or an enum, and without arguments,
 * named in snake case. Fields of other types are derived, or are said in `stored`. Its primary key is its `id` where it has one.
 *
 * @param stored - a relation, a column, or the type of a column; `primary` where there is no `id`.
 */
export function recordSchema<Row extends object>(
  target: new () => Row,
  tableName: string,
  stored: Stored<Row> = {},
): EntitySchema<Row> {
  const columns: Record<string, EntitySchemaColumnOptions> = {};
  const relations: Record<string, EntitySchemaRelationOptions> = {};
  const add = (field: string, column: EntitySchemaColumnOptions) => {
    columns[field] = { ...column, name: snakeCase(field), ...(field === 'id' && { primary: true }) };
  };
  for (const { name, getType, typeOptions } of publishedFields(target)) {
    const column = name in stored ? undefined : columnOf(getType());
    if (column) add(name, { ...column, array: typeOptions.array === true, nullable: typeOptions.nullable === true });
  }
  for (const [field, own] of Object.entries(stored) as [string, Stored<Row>[keyof Stored<Row>]][]) {
    if (own === null || own === undefined) continue;
    if (typeof own === 'object' && 'target' in own) relations[field] = own;
    else add(field, typeof own === 'object' ? (own as EntitySchemaColumnOptions) : { type: own as ColumnType });
  }
  const name = target.name.replace(/Record$/, '');
  return new EntitySchema<Row>({ name, tableName, target, columns, relations } as never);
}

function columnOf(type: unknown): EntitySchemaColumnOptions | undefined {
  const known = COLUMN_OF.get(type);
  if (known) return known;
  const isText = type === String || type instanceof GraphQLScalarType;
  return isText || getMetadataStorage().enums.some(({ enumObj }) => enumObj === type) ? { type: 'text' } : undefined;
}

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
