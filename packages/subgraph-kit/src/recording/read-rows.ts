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

/** A statement that gives arrays of JSON, and what makes a value of each. */
export interface Selection<Value> {
  sql: string;
  valueOf(raw: Raw): Value;
}

/** What is wanted, and who waits for it. */
interface Wanted {
  /** @param parameters - of the statement that it goes with, to which it adds its own. */
  select(parameters: unknown[]): Selection<unknown>;
  resolve(values: unknown[]): void;
  reject(error: unknown): void;
}

/** By the data source of a request, what is to go with its next statement. */
const waiting = new WeakMap<DataSource, Wanted[]>();

/**
 * Reads rows of a table as values of its class. As TypeORM's `find`, at a small part of what that costs a request: what
 * follows from the class is worked out once, and all that a request wants at one moment goes as one statement.
 */
export function readRows<Row extends ObjectLiteral>(
  dataSource: DataSource,
  target: new () => Row,
  reading: Reading<Row>,
): Promise<Row[]> {
  return readBeside(dataSource, (parameters) => selectionOf(dataSource, target, reading, parameters));
}

/** Reads by a statement of one's own, together with whatever else the request wants at that moment. */
export function readBeside<Value>(
  dataSource: DataSource,
  select: (parameters: unknown[]) => Selection<Value>,
): Promise<Value[]> {
  return new Promise((resolve, reject) => {
    const wanted = { select, resolve, reject } as Wanted;
    const others = waiting.get(dataSource);
    if (others) return void others.push(wanted);
    waiting.set(dataSource, [wanted]);
    // When every loader has been asked by what the last answer or statement brought.
    setImmediate(() => {
      const all = waiting.get(dataSource)!;
      waiting.delete(dataSource);
      void readTogether(dataSource, all);
    });
  });
}

async function readTogether(dataSource: DataSource, all: readonly Wanted[]): Promise<void> {
  try {
    const parameters: unknown[] = [];
    const parts = all.map(({ select }) => select(parameters));
    // As JSON: a statement has one result, and the driver takes that apart in one call.
    const lists = parts.map(({ sql }, place) => `array_to_json(ARRAY(${sql})) AS "${place}"`);
    const [found] = await dataSource.query<[Record<string, Raw[]>]>(`SELECT ${lists.join(', ')}`, parameters);
    all.forEach(({ resolve }, place) => resolve(found[place]!.map((raw) => parts[place]!.valueOf(raw))));
  } catch (error) {
    // What one of them fails of is no reason for the others to fail.
    if (all.length > 1) for (const one of all) void readTogether(dataSource, [one]);
    else all[0]!.reject(error);
  }
}

/** The statement that gives each row as an array of JSON. */
function selectionOf<Row extends ObjectLiteral>(
  dataSource: DataSource,
  target: new () => Row,
  { among, behind, order = {}, relations = {}, limit }: Reading<Row>,
  parameters: unknown[],
): Selection<Row> {
  const { metadata, columns, from, valueOf } = shapeOf(dataSource, target, Object.keys(relations));
  const given = (value: unknown) => `$${parameters.push(value)}`;
  const column = (property: string) => `"row".${quoted(columnOf(metadata, property))}`;
  const sorted = Object.entries(order) as [string, 'ASC' | 'DESC'][];
  const conditions = [
    ...(among ? [`${column(among.property)} = ANY (${given(among.values)})`] : []),
    ...(behind ? [`(${sorted.map(([property]) => column(property))}) < (${behind.map(given)})`] : []),
  ];
  const sql = [
    `SELECT json_build_array(${columns}) FROM ${from}`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(sorted.length > 0 ? [`ORDER BY ${sorted.map(([property, way]) => `${column(property)} ${way}`)}`] : []),
    ...(limit === undefined ? [] : [`LIMIT ${given(limit)}`]),
  ].join(' ');
  return { sql, valueOf } as Selection<Row>;
}

/** The classes whose tables are read. */
export function classesOf(
  dataSource: DataSource,
  target: new () => ObjectLiteral,
  { relations = {} }: Pick<Reading<ObjectLiteral>, 'relations'>,
): (new () => ObjectLiteral)[] {
  const metadata = dataSource.getMetadata(target);
  return [target, ...Object.keys(relations).map((name) => relatedTo(metadata, name).target as new () => ObjectLiteral)];
}

/** Its columns, as JSON has them. */
type Raw = readonly unknown[];

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
  const own = tableShape(metadata, 'row', 0);
  let width = own.columns.length;
  const related = relations.map((relation) => {
    const { joinColumns } = metadata.findRelationWithPropertyPath(relation)!;
    const [join, ...others] = joinColumns;
    if (!join?.referencedColumn || others.length > 0) {
      throw new Error(`${metadata.name}.${relation} is no relation to one by one column.`);
    }
    const shape = tableShape(relatedTo(metadata, relation), relation, width);
    const key = shape.placeOf(join.referencedColumn);
    width += shape.columns.length;
    const on = `${quoted(relation)}.${quoted(join.referencedColumn.databaseName)} = "row".${quoted(join.databaseName)}`;
    return { ...shape, relation, key, from: `LEFT JOIN ${quoted(shape.table)} AS ${quoted(relation)} ON ${on}` };
  });
  return {
    metadata,
    columns: [own, ...related].flatMap(({ columns }) => columns).join(', '),
    from: [`${quoted(own.table)} AS "row"`, ...related.map(({ from }) => from)].join(' '),
    valueOf(raw) {
      const value = own.valueOf(raw) as Record<string, object | null>;
      for (const { relation, key, valueOf } of related) value[relation] = raw[key] === null ? null : valueOf(raw);
      return value;
    },
  };
}

/** The table of a class, under a name of the statement, whose columns begin at a place of the row. */
function tableShape(metadata: EntityMetadata, alias: string, begin: number) {
  // A column that is there for a relation alone is no property of its own.
  const columns = metadata.columns.filter(({ isVirtual }) => !isVirtual);
  const Target = metadata.target as new () => Record<string, unknown>;
  const fields = columns.map((column, index) => {
    return { property: column.propertyName, place: begin + index, read: readerOf(metadata, column) };
  });
  return {
    table: metadata.tableName,
    placeOf: (column: ColumnMetadata) => begin + columns.indexOf(column),
    columns: columns.map((column) => `${quoted(alias)}.${quoted(column.databaseName)}${castOf(column)}`),
    valueOf(raw: Raw) {
      const value = new Target();
      for (const { property, place, read } of fields) value[property] = read ? read(raw[place]) : raw[place];
      return value;
    },
  };
}

const SAME_IN_JSON = ['text', 'integer', 'boolean', 'jsonb'];
const isInstant = ({ type }: ColumnMetadata) => type === 'timestamptz';

/** What JSON has otherwise than the driver goes as text: days, and numbers that a double does not hold. */
function castOf(column: ColumnMetadata): string {
  if (SAME_IN_JSON.includes(String(column.type)) || isInstant(column)) return '';
  return column.isArray ? '::text[]' : '::text';
}

/** What makes a value of what JSON gives; null where that is the value. */
function readerOf({ connection }: EntityMetadata, column: ColumnMetadata): ((stored: unknown) => unknown) | null {
  const isPlain = [...SAME_IN_JSON, 'date'].includes(String(column.type)) && !column.transformer;
  if (isPlain) return null;
  const hydrated = (stored: unknown) => connection.driver.prepareHydratedValue(stored, column) as unknown;
  return isInstant(column) ? (stored) => hydrated(stored === null ? null : new Date(stored as string)) : hydrated;
}

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
