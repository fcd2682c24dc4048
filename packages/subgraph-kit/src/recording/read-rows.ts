import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { DataSource, EntityMetadata, FindOptionsOrder, ObjectLiteral } from 'typeorm';

/** Which rows are read, and in what order. */
export interface Reading<Row extends ObjectLiteral> {
  /** Values of one property of which a row must have one. @default all rows */
  among?: { property: keyof Row & string; values: readonly unknown[] };
  /** Where a page begins: rows that sort behind these values of the properties of `order`, all descending. */
  behind?: readonly unknown[];
  /** @default any */
  order?: FindOptionsOrder<Row>;
  /** Relations to one that are read with each row, such as the agency of a seat. @default {} */
  relations?: { readonly [Relation in keyof Row & string]?: unknown };
  /** @default all */
  limit?: number;
}

/**
 * Reads rows of a table as values of its class, by one statement. As TypeORM's `find`, at a small part of what that costs a
 * request: what follows from the class is worked out once.
 */
export async function readRows<Row extends ObjectLiteral>(
  dataSource: DataSource,
  target: new () => Row,
  { among, behind, order = {}, relations = {}, limit }: Reading<Row>,
): Promise<Row[]> {
  const { metadata, columns, from, valueOf } = shapeOf(dataSource, target, Object.keys(relations));
  const parameters: unknown[] = [];
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const column = (property: string) => `"row".${quoted(columnOf(metadata, property))}`;
  const sorted = Object.entries(order) as [string, 'ASC' | 'DESC'][];
  const conditions = [
    ...(among ? [`${column(among.property)} = ANY (${given(among.values)})`] : []),
    ...(behind ? [`(${sorted.map(([property]) => column(property))}) < (${behind.map(given)})`] : []),
  ];
  const sql = [
    `SELECT ${columns} FROM ${from}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(sorted.length > 0 ? [`ORDER BY ${sorted.map(([property, way]) => `${column(property)} ${way}`)}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${given(limit)}`]),
  ].join(' ');
  const rows = await dataSource.query<Raw[]>(sql, parameters);
  return rows.map((raw) => valueOf(raw) as Row);
}

/** The classes whose tables are read. */
export function classesOf(
  dataSource: DataSource,
  target: new () => ObjectLiteral,
  { relations = {} }: Pick<Reading<ObjectLiteral>, 'relations'>,
): unknown[] {
  const metadata = dataSource.getMetadata(target);
  return [target, ...Object.keys(relations).map((name) => relatedTo(metadata, name).target)];
}

type Raw = Readonly<Record<string, unknown>>;

/** What follows from a class and its relations. */
interface Shape {
  metadata: EntityMetadata;
  columns: string;
  from: string;
  valueOf(raw: Raw): object;
}

const shapes = new WeakMap<EntityMetadata, Map<string, Shape>>();

function shapeOf(dataSource: DataSource, target: new () => ObjectLiteral, relations: readonly string[]): Shape {
  const metadata = dataSource.getMetadata(target);
  const known = shapes.get(metadata) ?? new Map<string, Shape>();
  shapes.set(metadata, known);
  const name = relations.join(' ');
  let shape = known.get(name);
  if (!shape) known.set(name, (shape = makeShape(metadata, relations)));
  return shape;
}

function makeShape(metadata: EntityMetadata, relations: readonly string[]): Shape {
  const own = tableShape(metadata, 'row');
  const related = relations.map((relation) => {
    const { joinColumns } = metadata.findRelationWithPropertyPath(relation)!;
    const [join, ...others] = joinColumns;
    if (!join?.referencedColumn || others.length > 0) {
      throw new Error(`${metadata.name}.${relation} is no relation to one by one column.`);
    }
    const shape = tableShape(relatedTo(metadata, relation), relation);
    const on = `${quoted(relation)}.${quoted(join.referencedColumn.databaseName)} = "row".${quoted(join.databaseName)}`;
    const key = aliasOf(relation, join.referencedColumn);
    return { ...shape, relation, key, from: `LEFT JOIN ${quoted(shape.table)} AS ${quoted(relation)} ON ${on}` };
  });
  return {
    metadata,
    columns: [own, ...related].map(({ columns }) => columns).join(', '),
    from: [`${quoted(own.table)} AS "row"`, ...related.map(({ from }) => from)].join(' '),
    valueOf(raw) {
      const value = own.valueOf(raw) as Record<string, object | null>;
      for (const { relation, key, valueOf } of related) value[relation] = raw[key] === null ? null : valueOf(raw);
      return value;
    },
  };
}

/** The table of a class, under a name of the statement. */
function tableShape(metadata: EntityMetadata, alias: string) {
  // A column that is there for a relation alone is no property of its own.
  const columns = metadata.columns.filter(({ isVirtual }) => !isVirtual);
  const Target = metadata.target as new () => Record<string, unknown>;
  const fields = columns.map((column) => {
    const [property, name] = [column.propertyName, aliasOf(alias, column)];
    return { property, name, read: readerOf(metadata, column) };
  });
  return {
    table: metadata.tableName,
    columns: columns
      .map((column) => {
        // As text: the driver would make it an instant of this machine's time zone.
        const stored = `${quoted(alias)}.${quoted(column.databaseName)}${column.type === 'date' ? '::text' : ''}`;
        return `${stored} AS ${quoted(aliasOf(alias, column))}`;
      })
      .join(', '),
    valueOf(raw: Raw) {
      const value = new Target();
      for (const { property, name, read } of fields) value[property] = read ? read(raw[name]) : raw[name];
      return value;
    },
  };
}

/** What makes a value of what the driver gives; null where that is the value. */
function readerOf({ connection }: EntityMetadata, column: ColumnMetadata): ((stored: unknown) => unknown) | null {
  const isPlain = ['text', 'integer', 'boolean', 'jsonb', 'date'].includes(String(column.type)) && !column.transformer;
  return isPlain ? null : (stored) => connection.driver.prepareHydratedValue(stored, column) as unknown;
}

const aliasOf = (table: string, { databaseName }: ColumnMetadata) => `${table}.${databaseName}`;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function columnOf(metadata: EntityMetadata, property: string): string {
  const column = metadata.findColumnWithPropertyName(property);
  if (!column) throw new Error(`${metadata.name} has no ${property}.`);
  return column.databaseName;
}

function relatedTo(metadata: EntityMetadata, relation: string): EntityMetadata {
  const found = metadata.findRelationWithPropertyPath(relation);
  if (!found) throw new Error(`${metadata.name} has no relation ${relation}.`);
  return found.inverseEntityMetadata;
}
