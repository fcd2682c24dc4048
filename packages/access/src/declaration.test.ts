import { readDeclaration } from './declaration';

/** A text as Node gives it from a header: one character a byte. */
const header = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const reasonOf = (value: string) => readDeclaration({ 'x-reason': value }).reason;

describe('readDeclaration', () => {
  it('finds nothing in a request that declares nothing', () => {
    expect(readDeclaration({})).toEqual({ purpose: null, reason: null });
    expect(readDeclaration({ 'x-purpose': ' ', 'x-reason': ' ' })).toEqual({ purpose: null, reason: null });
  });

  it('reads a reason in any script', () => {
    expect(reasonOf(header(' Zoë’s placement – ребёнок 👶 '))).toBe('Zoë’s placement – ребёнок 👶');
  });

  it('takes 500 characters, however many bytes they are, and not one more', () => {
    expect(reasonOf(header('👶'.repeat(500)))).toHaveLength(1000);
    expect(reasonOf(header('👶'.repeat(501)))).toBeNull();
  });

  it.each([
    ['a line break', 'one\ntwo'],
    ['a tab', 'one\ttwo'],
    ['an escape sequence', '\u001b[2J'],
    ['a control character of the second block', '\u0085 next'],
    ['a line separator', 'one\u2028two'],
  ])('does not take %s', (_, text) => {
    expect(reasonOf(header(text))).toBeNull();
  });

  it('does not take bytes that are not UTF-8', () => {
    expect(reasonOf('Zo\u00eb')).toBeNull();
  });
});
