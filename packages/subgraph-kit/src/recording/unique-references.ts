/**
 * SQL that keeps references of a table apart by `reference_key`. Where two differ by case alone since before, they stay, and
 * the index only finds them: recording itself takes no second.
 *
 * @param columns - names of columns of text; all together are unique.
 */
export function uniqueReferences(table: string, ...columns: string[]): string {
  const index = `${table}_by_reference ON ${table} (${columns.map((column) => `reference_key(${column})`).join(', ')})`;
  return `
    DO $$ BEGIN
      CREATE UNIQUE INDEX ${index};
    EXCEPTION WHEN unique_violation THEN
      CREATE INDEX ${index};
    END $$;`;
}
