import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { gssCode, slug } from '../facts/fact-parts';

const identityFile = z.strictObject({
  id: slug,
  typeName: z.string(),
  localAuthorities: z.array(gssCode).min(1),
  factsFolder: z.string(),
});

/**
 * Who a process is that `hub dev-london` runs as a copy of a partnership, by the JSON file that `PARTNERSHIP_COPY` names; null
 * of every other.
 */
export function copiedIdentity({ PARTNERSHIP_COPY: file }: NodeJS.ProcessEnv): z.infer<typeof identityFile> | null {
  return file ? identityFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
