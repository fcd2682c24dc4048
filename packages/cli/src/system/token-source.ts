import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { HubError } from '../errors';
import { writeOwnFile } from './write-own-file';

/** `iss` of the tokens that the development issuer makes. */
export const DEVELOPMENT_ISSUER = 'london-scp-hub-development';

const schema = z.object({ issuer: z.string(), isDevelopment: z.boolean() });

/** Whose tokens a hub takes. */
export type TokenSource = z.output<typeof schema>;

const fileIn = (folder: string) => join(folder, 'issuer.json');

/** Whose tokens the hub took when it was last started; null before its first start. */
export async function readTokenSource(folder: string): Promise<TokenSource | null> {
  const file = fileIn(folder);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new HubError('KEYS_UNREADABLE', { folder, reason: `${file} is not the JSON that the hub wrote.` });
  }
}

/**
 * Notes whose tokens the hub takes from now on. One that took those of a configured issuer does not fall back on the
 * development issuer because a variable was forgotten.
 */
export async function noteTokenSource(folder: string, home: string, source: TokenSource): Promise<void> {
  const before = await readTokenSource(folder);
  if (before?.isDevelopment === false && source.isDevelopment) {
    throw new HubError('TOKEN_ISSUER_FORGOTTEN', { home, issuer: before.issuer, file: fileIn(folder) });
  }
  await writeOwnFile(fileIn(folder), `${JSON.stringify(source, null, 2)}\n`);
}
