import { rename, writeFile } from 'node:fs/promises';

/** Writes a file that its owner alone may read; at no moment is there half of it. */
export async function writeOwnFile(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
