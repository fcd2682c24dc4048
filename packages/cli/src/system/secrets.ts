import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HubError } from '../errors';
import { writeOwnFile } from './write-own-file';

const schema = z.object({ passwords: z.record(z.string(), z.string().min(16)) });

/** The passwords of one hub. The same name has the same password at every later start. */
export interface Secrets {
  /** The password of a role; a name that was not asked for yet gets a random one, on disk before this resolves. */
  passwordOf(role: string): Promise<string>;
}

/** Reads or begins the file of passwords, readable by its owner alone. */
export async function openSecrets(file: string): Promise<Secrets> {
  const passwords = await read(file);
  return {
    async passwordOf(role) {
      const known = passwords[role];
      if (known !== undefined) return known;
      // Hexadecimal: needs no encoding in a URL, a shell or SQL.
      const password = randomBytes(24).toString('hex');
      passwords[role] = password;
      await writeOwnFile(file, `${JSON.stringify({ passwords }, null, 2)}\n`);
      return password;
    },
  };
}

async function read(file: string): Promise<Record<string, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text)).passwords;
  } catch {
    // The parser's own message would quote the file.
    throw new HubError('SECRETS_UNREADABLE', { file });
  }
}
