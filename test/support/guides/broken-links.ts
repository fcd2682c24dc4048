import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { linkReader } from './markdown-links';
import { testNamesOf } from './test-names';

/**
 * What is wrong with the links of a Markdown text, in words: a file that is not there, or a test that its file does not
 * have. Addresses of the web are left alone.
 *
 * @param folder - from where its links lead.
 */
export function brokenLinks(markdown: string, folder: string): string[] {
  return linkReader(markdown)(markdown).flatMap(({ text, target, title }) => {
    if (target === null) return [`[${text}] leads to a reference that is defined nowhere`];
    if (/^(?:https?:|#)/.test(target)) return [];
    const file = resolve(folder, target.replace(/#.*$/, ''));
    if (!existsSync(file)) return [`${target} is not there`];
    if (!file.endsWith('.test.ts') || title === null) return [];
    return testNamesOf(readFileSync(file, 'utf8')).has(title) ? [] : [`${target} has no test "${title}"`];
  });
}
