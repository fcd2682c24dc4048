import type { SavedOperation } from './saved-operation';

/** The name of the manifest's file, as Apollo's tools have it. */
export const MANIFEST_FILE = 'persisted-query-manifest.json';

/** Saved operations in the format in which Apollo's clients and routers take them. */
export interface Manifest {
  format: 'apollo-persisted-query-manifest';
  version: 1;
  operations: {
    /** SHA-256 of `body`, in hexadecimal digits. */
    id: string;
    /** The name in the document, as `EveryPartnership`. */
    name: string;
    type: 'query';
    body: string;
  }[];
}

/** The manifest of saved operations. @throws Error where two have the same name: clients look them up by it */
export function manifestOf(operations: readonly SavedOperation[]): Manifest {
  const names = operations.map(({ operation }) => operation.name.value);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) throw new Error(`Two saved operations are called ${repeated}.`);
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: operations.map(({ id, body, operation }) => ({ id, name: operation.name.value, type: 'query', body })),
  };
}

/** A manifest as its file holds it. */
export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
