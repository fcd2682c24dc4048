import type { EntityManager, EntityTarget } from 'typeorm';

/**
 * Inserts rows by one statement with one parameter, however many they are. TypeORM's own insertion has a parameter for each value,
 * and of some thousand rows writes the statement for longer than the database works on it.
 *
 * @param rows - All have the same properties.
 * @param key - Properties of a unique index: a row that has them already is brought up to date. @default each row is new
 */
export async function writeRows<Row extends object>(
  manager: EntityManager,
  target: EntityTarget<Row>,
  rows: readonly Row[],
  key: readonly (keyof Row & string)[] = [],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { tablePath, columns } = manager.connection.getMetadata(target);
  const quoted = (name: string) => manager.connection.driver.escape(name);
  const written = columns.filter(({ propertyName }) => propertyName in first);
  const values = rows.map((row) =>
    Object.fromEntries(written.map((column) => [column.databaseName, column.getEntityValue(row, true) as unknown])),
  );
  const names = written.map(({ databaseName }) => quoted(databaseName)).join(', ');
  const isKey = ({ propertyName }: { propertyName: string }) => (key as readonly string[]).includes(propertyName);
  const keyNames = written.filter(isKey).map(({ databaseName }) => quoted(databaseName));
  const changed = written.filter((column) => !isKey(column)).map(({ databaseName }) => quoted(databaseName));
  const table = quoted(tablePath);
  await manager.query(
    `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::${table}, $1)` +
      (keyNames.length === 0
        ? ''
        : ` ON CONFLICT (${keyNames.join(', ')}) DO UPDATE SET ${changed.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`),
    [JSON.stringify(values)],
  );
}
