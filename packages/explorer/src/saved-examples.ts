import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRole } from '@hub/access';
import { parse, validate, type GraphQLSchema } from 'graphql';
import type { SavedExample } from './saved-example';
import { SUBJECTS } from './subjects';

/** An example's file cannot be read as one. */
export class ExampleInvalid extends Error {
  override readonly name = 'ExampleInvalid';

  constructor(file: string, reason: string) {
    super(`The example ${file} ${reason}.`);
  }
}

/**
 * Reads the `*.graphql` files of a folder, in the order of their names. Each begins with the
 * comments `# Title: …`, `# About: …`, `# Subject: …` and, if it needs them, `# Role: analyst` and `# Variables: {json}`.
 *
 * @throws ExampleInvalid
 */
export async function readExamples(folder: string): Promise<SavedExample[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(files.map(async (file) => readExample(file, await readFile(join(folder, file), 'utf8'))));
}

/** The problems of an example on a schema; none if it would run. */
export function exampleProblems(example: SavedExample, schema: GraphQLSchema): string[] {
  return validate(schema, parse(example.query)).map(({ message }) => message);
}

/** Reads one example from its text. */
export function readExample(file: string, text: string): SavedExample {
  const [, head = '', query = ''] = /^((?:#.*\r?\n)*)([\s\S]*)$/.exec(text) ?? [];
  const comment = (name: string) => new RegExp(`^# *${name}: *(.+?)\\s*$`, 'm').exec(head)?.[1];
  const title = comment('Title');
  const about = comment('About');
  if (!title || !about) throw new ExampleInvalid(file, 'does not begin with "# Title:" and "# About:"');
  try {
    parse(query);
  } catch (error) {
    throw new ExampleInvalid(file, `does not parse: ${(error as Error).message}`);
  }
  return {
    name: file.replace(/\.graphql$/, ''),
    title,
    about,
    subject: readSubject(file, comment('Subject')),
    query: query.trim(),
    variables: readVariables(file, comment('Variables')),
    role: readRole(file, comment('Role')),
  };
}

function readSubject(file: string, subject = ''): string {
  if (SUBJECTS.includes(subject)) return subject;
  throw new ExampleInvalid(file, `needs "# Subject:" with one of ${SUBJECTS.join(', ')}`);
}

function readRole(file: string, role: string | undefined): string | null {
  if (role !== undefined && !isRole(role)) throw new ExampleInvalid(file, `names no role of the hub: ${role}`);
  return role ?? null;
}

function readVariables(file: string, json: string | undefined): string {
  if (!json) return '';
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    throw new ExampleInvalid(file, 'has variables that are not JSON');
  }
}
