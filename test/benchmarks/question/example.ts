import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '@hub/access';

const FOLDER = join(__dirname, '../../../../gateway/operations');

/** A saved example of the gateway. */
export interface Example {
  name: string;
  query: string;
  /** Who may ask it; null where anybody may. */
  role: Role | null;
}

/** The saved example whose file begins with a number, as `01`. @throws Error where there is none */
export function exampleOf(number: string): Example {
  const file = readdirSync(FOLDER).find((name) => name.startsWith(`${number}-`));
  if (!file) throw new Error(`No saved example of the gateway begins with ${number}.`);
  const query = readFileSync(join(FOLDER, file), 'utf8');
  const role = (/^# Role: (\S+)$/m.exec(query)?.[1] ?? null) as Role | null;
  return { name: file.replace('.graphql', ''), query, role };
}
