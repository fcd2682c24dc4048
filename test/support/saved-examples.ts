import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@hub/access';

const ROOT = join(__dirname, '..', '..');

/** A saved example of the explorer, as its file holds it. */
export interface ExampleFile {
  file: string;
  query: string;
  variables: Record<string, unknown>;
  /** The role that may ask it; null where no token is needed. */
  role: Role | null;
}

/** Every saved example of the gateway. */
export const exampleFiles = examplesIn('gateway/operations');

/** Every saved example of a partnership's own API. */
export const ownExampleFiles = examplesIn('packages/partnership/examples');

function examplesIn(folder: string): readonly ExampleFile[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const query = readFileSync(join(ROOT, folder, file), 'utf8');
      const variables = /^# Variables: (.*)$/m.exec(query)?.[1];
      const role = (/^# Role: (\S+)$/m.exec(query)?.[1] ?? null) as Role | null;
      return { file, query, variables: variables ? (JSON.parse(variables) as Record<string, unknown>) : {}, role };
    });
}

/** The query of the example whose file name starts with `prefix`. */
export function exampleQuery(prefix: string): string {
  const found = exampleFiles.find(({ file }) => file.startsWith(prefix));
  if (!found) throw new Error(`No saved example starts with ${prefix}.`);
  return found.query;
}
