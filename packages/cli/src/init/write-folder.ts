import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { HubError, reasonOf } from '../errors';

/**
 * Writes a folder that is not there yet, or is empty: all of it or nothing.
 *
 * @param files - their texts by their paths in it.
 * @throws HubError `INIT_FOLDER_TAKEN` where it has files, or `INIT_UNWRITABLE`.
 */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const target = resolve(folder);
  let draft: string | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    // In the same place, so that it takes its name in one step.
    draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    const whole = join(draft, 'whole');
    for (const [path, text] of files) {
      await mkdir(dirname(join(whole, path)), { recursive: true });
      await writeFile(join(whole, path), text);
    }
    await rename(whole, target);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const isTaken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(code);
    throw isTaken
      ? new HubError('INIT_FOLDER_TAKEN', { folder: target })
      : new HubError('INIT_UNWRITABLE', { folder: target, reason: reasonOf(error) });
  } finally {
    if (draft !== undefined) await rm(draft, { recursive: true, force: true });
  }
}
