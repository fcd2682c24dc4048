import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..', '..', 'packages', 'contract', 'src');

/** A docblock, and the decorator under it with its description. */
const DESCRIBED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n@(?:ObjectType|InterfaceType|InputType)\(([\s\S]*?)\)\n/g;
const DESCRIPTION = /description:\s*((?:(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`)\s*\+?\s*)+)/;
const SMALL_WORDS = new Set(
  (
    'a all an and are as at be by each every for from had has have in is it its no not of on one or same that the their ' +
    'there these this those to was were what which who whom with'
  ).split(' '),
);

/** The words that say something, without their plural. */
const wordsOf = (text: string) =>
  new Set(
    (text.toLowerCase().match(/[a-z]{2,}/g) ?? [])
      .filter((word) => !SMALL_WORDS.has(word))
      .map((word) => word.replace(/(ies|s)$/, '')),
  );

/** Whether no more than a third of what a docblock says is new beside the description. */
function repeats(docblock: string, description: string): boolean {
  const described = wordsOf(description);
  const words = [...wordsOf(docblock)];
  return words.length > 0 && words.filter((word) => !described.has(word)).length / words.length <= 0.34;
}

it('the docblock of a type of the contract does not repeat its description', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  let compared = 0;
  const repeated = files.flatMap((file) =>
    [...readFileSync(join(SOURCE, file), 'utf8').matchAll(DESCRIBED)].flatMap(([, docblock = '', options = '']) => {
      const [, description] = DESCRIPTION.exec(options) ?? [];
      if (description === undefined) return [];
      compared += 1;
      return repeats(docblock, description) ? [`${file}:${docblock}`] : [];
    }),
  );
  expect(repeated).toEqual([]);
  expect(compared).toBeGreaterThan(20);
});

it('a docblock repeats a description by other small words, and not by a source', () => {
  expect(repeats('The budget that a partnership approved.', 'A budget a partnership approved, once a year.')).toBe(
    true,
  );
  expect(repeats('HAV-08.', 'A budget that a partnership approved.')).toBe(false);
});
