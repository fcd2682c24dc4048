import { readFileSync } from 'node:fs';
import { PURPOSES, type Purpose } from '@hub/access';
import { z } from 'zod';
import { ConfigError } from '../config-error';

/** One version of a secret. */
export interface PseudonymKey {
  version: number;
  secret: Buffer;
}

/** For each purpose its keys: the first makes new pseudonyms, the others keep old ones known. */
export type PseudonymKeys = Partial<Record<Purpose, readonly PseudonymKey[]>>;

const LEAST_BYTES = 32;

const key = z.strictObject({
  version: z.int().positive(),
  secret: z.base64url().transform((text) => Buffer.from(text, 'base64url')),
});

const file = z.partialRecord(
  z.enum(Object.keys(PURPOSES) as [Purpose, ...Purpose[]]),
  z
    .array(key)
    .min(1, 'has no key')
    .refine(
      (keys) => keys.every(({ secret }) => secret.length >= LEAST_BYTES),
      `has a secret under ${LEAST_BYTES} bytes`,
    )
    .refine((keys) => new Set(keys.map(({ version }) => version)).size === keys.length, 'has one version twice'),
);

const REMEDY =
  'Give each purpose a list of {"version": 1, "secret": "…"}, newest first, each secret ' +
  `${LEAST_BYTES} random bytes or more as base64url.`;

/**
 * Reads the keys of pseudonyms from a JSON file.
 * @throws ConfigError naming the purpose that cannot be used, and never a secret
 */
export function readPseudonymKeys(path: string): PseudonymKeys {
  const result = file.safeParse(jsonOf(path));
  if (result.success) return result.data;
  const names = result.error.issues.flatMap((issue) => {
    if (issue.path.length > 0) return [String(issue.path[0])];
    return issue.code === 'unrecognized_keys' ? issue.keys : ['the whole'];
  });
  throw unusable(`names a file of which ${[...new Set(names)].join(', ')} cannot be used`);
}

function jsonOf(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw unusable(`names a file that cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the file.
    throw unusable('names a file that is not JSON');
  }
}

function unusable(problem: string): ConfigError {
  return new ConfigError([{ variable: 'PSEUDONYM_KEYS', problem, remedy: REMEDY }]);
}
