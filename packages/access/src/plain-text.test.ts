import fc from 'fast-check';
import { loggable } from './loggable';
import { NOT_AN_ID, plainId, plainText, TEXT_LENGTH } from './plain-text';

/** Any text: halves of characters, NUL, ends of lines and overrides of direction come often. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 600 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(fc.constantFrom('\0', '\n', '\u2028', '\u202e', '\ud83d', '\udc76', '👶', 'a', '\u001b[2J', '"', '\\'))
    .map((parts) => parts.join('')),
);

/** What is text, character by character. */
function isPlain(text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0)!;
    const isControl = code < 32 || (code >= 127 && code < 160) || code === 0x2028 || code === 0x2029;
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    const turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return !isControl && !isHalf && !turns;
  });
}

test('whatever somebody else chose is text, no longer than it may be, and the same again when cleaned again', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 500 }), (text, length) => {
      const plain = plainText(text, length);
      expect(isPlain(plain)).toBe(true);
      expect([...plain].length).toBeLessThanOrEqual(length);
      expect(plainText(plain, length)).toBe(plain);
    }),
    { numRuns: 2000 },
  );
});

test('what is text and short enough is left as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }).filter(isPlain), (text) => {
      expect(plainText(text, 1000)).toBe(text);
    }),
  );
});

test('of a text that is too long the beginning stays, and it is said', () => {
  expect(plainText('👶👶👶', 3)).toBe('👶👶👶');
  expect(plainText('👶👶👶👶', 3)).toBe('👶👶…');
  expect(plainText('x'.repeat(900_000), TEXT_LENGTH.operation)).toBe(`${'x'.repeat(99)}…`);
});

test.each(['movement:01JABC', 'lambeth/movement:01JABC/origin', 'E09000022', 'p1:1:aa-_', 'a@b.example'])(
  'an id is kept: %s',
  (id) => expect(plainId(id)).toBe(id),
);

test.each(['943 476 5919', '9434765919', '2012-03-01', 'Zoe Smith', 'a\0b', '', 'x'.repeat(101), '\u202eabc'])(
  'what can be no id is not kept, so that no number or name of a child gets in by mistake: %j',
  (text) => expect(plainId(text)).toBe(NOT_AN_ID),
);

test('whatever is logged is bounded: each text, each list, each key, and how deep it goes', () => {
  const long = 'x'.repeat(900_000);
  const logged = loggable({
    [long]: 1,
    operation: long,
    path: Array.from({ length: 5000 }, () => long),
    stack: `Error: ${long}\n    at somewhere\u0000`,
    deep: [[[[[[[[long]]]]]]]],
  });
  expect(JSON.stringify(logged).length).toBeLessThan(100_000);
  expect(String(logged['stack'])).toMatch(/…\n {4}at somewhere\ufffd$/);
  fc.assert(
    fc.property(fc.object({ values: [anyText], maxDepth: 3 }), (object) => {
      for (const [, text] of JSON.stringify(loggable(object)).matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
        expect(isPlain((JSON.parse(`"${text}"`) as string).replaceAll('\n', ''))).toBe(true);
      }
    }),
  );
});
