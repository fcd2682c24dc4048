import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { FactsError } from './facts-error';

/**
 * Reads one YAML file and checks its shape.
 *
 * @throws {@link FactsError} naming the file and, for each problem, the place in it.
 */
export function readYaml<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const fail = (problems: string[]): never => {
    throw new FactsError(dirname(path), problems);
  };
  let content: unknown;
  try {
    content = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return fail([`${basename(path)}: ${(error as Error).message}`]);
  }
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  return fail(
    result.error.issues.map((issue) => `${basename(path)} at ${issue.path.join('.') || 'the top'}: ${issue.message}`),
  );
}
