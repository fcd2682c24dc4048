import type { Draw } from './draw';
import { HOSTILE_TEXTS } from './hostile-values';

const SOUP = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '@',
  '$',
  '!',
  ':',
  '...',
  '"""',
  '"',
  '#',
  '&',
  '|',
  '=',
  'on',
  'fragment',
  'query',
  'subscription',
  '\u0000',
  '\ufeff',
  '1e999',
  '😀',
];

/** Ways to damage a document. */
const DAMAGES: readonly ((text: string, draw: Draw) => string)[] = [
  (text, draw) => text.slice(0, draw.below(text.length)),
  (text, draw) => text.slice(draw.below(text.length)),
  (text, draw) => spliced(text, draw, ''),
  (text, draw) => text + text.slice(draw.below(text.length)),
  (text, draw) => spliced(text, draw, Array.from({ length: 1 + draw.below(30) }, () => draw.of(SOUP)).join(' ')),
  (_, draw) => Array.from({ length: draw.below(400) }, () => draw.of(SOUP)).join(draw.of(['', ' '])),
  (_, draw) => deep('{a', '}', draw),
  (_, draw) => `{ partnership(id: ${deep('[', ']', draw)}) { id } }`,
  (_, draw) => `{ partnership(id: ${deep('{a:', '}', draw)}) { id } }`,
  (_, draw) => `query(${deep('$a: [', ']', draw)}) { a }`,
  (text, draw) => text.replace('Op', draw.of(HOSTILE_TEXTS)),
  (text, draw) => text.replace('Op', `N${'n'.repeat(draw.of([300, 20_000, 500_000]))}`),
  (text, draw) => spliced(text, draw, ` ${'@include(if: true) '.repeat(draw.below(900))}`),
  (text) => text.replace(/^(query|mutation)/, 'subscription'),
  (text) => `${text} fragment C0 on Query { ...C1 } fragment C1 on Query { ...C0 } query Round { ...C0 }`,
  (_, draw) =>
    `{ ${Array.from({ length: draw.of([100, 2_000, 4_000]) }, (_, index) => `a${index}: __typename`).join(' ')} }`,
  (_, draw) => `subscription { ${draw.of(['x', 'movement', '__typename', 'partnerships { id }'])} }`,
  () => '{ _service { sdl } _entities(representations: []) { __typename } }',
  (_, draw) =>
    `{ ${draw.of(['nothing', 'partnershipz', 'partnerships { nam }', 'partnership(ids: 1) { id }', '__schema { nothing }'])} }`,
  (text, draw) => spliced(text, draw, `"${'\\u'}${draw.of(['0000', 'd800', '{110000}', 'zzzz'])}"`),
];

/** A document that is hardly one any more. */
export function damaged(document: string, draw: Draw): string {
  return draw.of(DAMAGES)(document, draw);
}

function spliced(text: string, draw: Draw, by: string): string {
  const from = draw.below(text.length);
  return text.slice(0, from) + by + text.slice(from + draw.below(20));
}

function deep(open: string, close: string, draw: Draw): string {
  const depth = draw.of([30, 300, 7_000]);
  return open.repeat(depth) + close.repeat(depth);
}
