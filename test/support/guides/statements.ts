import { linkReader, withoutCode } from './markdown-links';

/** What a guide claims: a point of a list, a row of a table, or a paragraph. */
export interface Statement {
  section: string;
  text: string;
}

/** How a section begins that no test can hold. Readers see it too. */
export const HELD_BY_NONE = 'No test holds this section';

/** The sections of a guide (`## …`) with their texts. What stands before the first introduces them. */
export function sectionsOf(markdown: string): { title: string; text: string }[] {
  return withoutCode(markdown)
    .split(/^## /m)
    .slice(1)
    .map((section) => ({ title: section.split('\n', 1)[0]!, text: section.slice(section.indexOf('\n')).trim() }));
}

/** Every statement of the sections that tests hold. */
export function statementsOf(markdown: string): Statement[] {
  return sectionsOf(markdown)
    .filter(({ text }) => !text.startsWith(HELD_BY_NONE))
    .flatMap(({ title, text }) =>
      text.split(/\n{2,}/).flatMap((block) => inBlock(block).map((one) => ({ section: title, text: one }))),
    );
}

/** Statements that link to no test by its name. */
export function unheldStatements(markdown: string): Statement[] {
  const linksOf = linkReader(markdown);
  return statementsOf(markdown).filter(
    ({ text }) => !linksOf(text).some(({ target, title }) => target?.endsWith('.test.ts') && title !== null),
  );
}

function inBlock(block: string): string[] {
  // Two lines of a table are its head.
  if (block.startsWith('|')) return block.split('\n').slice(2);
  if (/^(?:-|\d+\.) /.test(block)) return block.split(/\n(?=(?:-|\d+\.) )/);
  // A line that leads to a list or a command claims nothing by itself.
  const isStatement = !/^(?:#|\[[^\]]+\]: )/.test(block) && !block.endsWith(':') && block.trim() !== '';
  return isStatement ? [block] : [];
}
