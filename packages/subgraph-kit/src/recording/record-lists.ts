import type { ObjectLiteral } from 'typeorm';
import { defineGroupLoader, defineLoader, type LoaderOf } from '../define-loader';
import { readRows } from './read-rows';
import type { RecordDefinition } from './record-definition';
import { relationsOf } from './record-once';
import { wholeTable } from './whole-table';

type Listed<Row extends ObjectLiteral> = Pick<RecordDefinition<Row, never>, 'row' | 'schema' | 'order'>;

/** All rows, as one load a request: for records that stay few. */
export const allOf = <Row extends ObjectLiteral>(record: Listed<Row>) =>
  wholeTable(record.row, { order: record.order, relations: relationsOf(record) });

/** Rows by the value of one property. */
export const groupedBy = <Row extends ObjectLiteral>(
  record: Listed<Row>,
  property: keyof Row & string,
): LoaderOf<string, Row[]> =>
  defineGroupLoader<string, Row>(
    (values, context) =>
      readRows(context.dataSource, record.row, {
        among: { property, values },
        order: record.order,
        relations: relationsOf(record),
      }),
    (row) => row[property],
  );

/** The row of one value of a property, for a property of which there is one. */
export const foundBy = <Row extends ObjectLiteral>(
  record: Omit<Listed<Row>, 'order'>,
  property: keyof Row & string,
): LoaderOf<string, Row | undefined> =>
  defineLoader<string, Row>(async (values, context) => {
    const reading = { among: { property, values }, relations: relationsOf(record) };
    const rows = await readRows(context.dataSource, record.row, reading);
    return new Map(rows.map((row) => [row[property] as string, row]));
  });
