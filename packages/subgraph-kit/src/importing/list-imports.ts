import type { DataSource } from 'typeorm';
import type { Importable } from './importable';

/** An import that recorded something. */
export interface ListedImport {
  id: string;
  /** The name of the record, as `Meeting`. */
  record: string;
  fileName: string;
  /** Of its bytes, in hexadecimal. */
  fileSha256: string;
  rows: number;
  recorded: number;
  unchanged: number;
  importedAt: Date;
  person: string | null;
  role: string | null;
  /** Null until it is undone. */
  undoneAt: Date | null;
  undoneBy: string | null;
  undoneByRole: string | null;
}

const MOST = 100;

/** The latest imports of records. */
export function listImports(dataSource: DataSource, importables: readonly Importable[]): Promise<ListedImport[]> {
  return dataSource.query<ListedImport[]>(
    `SELECT id, record_type AS record, file_name AS "fileName", file_sha256 AS "fileSha256", rows, recorded, unchanged,
       imported_at AS "importedAt", person, role, undone_at AS "undoneAt", undone_by AS "undoneBy", undone_by_role AS "undoneByRole"
     FROM record_import WHERE record_type = ANY ($1) ORDER BY id DESC LIMIT ${MOST}`,
    [importables.map(({ definition }) => definition.name)],
  );
}

/** Which record an import was of; null where there is none of that number. */
export async function recordOfImport(dataSource: DataSource, id: string): Promise<string | null> {
  if (!/^[1-9]\d{0,17}$/.test(id)) return null;
  const [found] = await dataSource.query<{ recordType: string }[]>(
    'SELECT record_type AS "recordType" FROM record_import WHERE id = $1',
    [id],
  );
  return found?.recordType ?? null;
}
