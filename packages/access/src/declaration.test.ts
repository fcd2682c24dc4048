import { readDeclaration } from './declaration';

/** A text as Node gives it from a header: one character a byte. */
const header = (text: string) => Buffer.from(text, 'utf8').toString('latin1');
const reasonOf = (value: string) => readDeclaration({ 'x-reason': value }).reason;

describe('readDeclaration', () => {
  it('finds nothing in a request that declares nothing', () => {
    expect(readDeclaration({})).toEqual({ purpose: null, reason: null });
    expect(readDeclaration({ 'x-purpose': ' ', 'x-reason': ' ' })).toEqual({ purpose: null, reason: null });
  });

  it.each(['For NHS 943 476 5919', 'The child born 3 March 2014', 'Placed at SW1A 1AA', 'Rang 020 7946 0001'])(
    'does not take for a reason what names somebody: %s',
    (text) => {
      expect(reasonOf(text)).toBeNull();
    },
  );

  it('reads a reason in any script', () => {
    expect(reasonOf(header(' Zoë’s placement – ребёнок 👶 '))).toBe('Zoë’s placement – ребёнок 👶');
  });

  it('takes 500 characters, however many bytes they are, and not one more', () => {
    expect(reasonOf(header(`Found in Ilford${'👶'.repeat(485)}`))).toHaveLength(985);
    expect(reasonOf(header(`Found in Ilford${'👶'.repeat(486)}`))).toBeNull();
  });

  it.each([
    ['a line break', 'Found in\nIlford'],
    ['a tab', 'Found in\tIlford'],
    ['an escape sequence', 'Found in \u001b[2J Ilford'],
    ['a control character of the second block', '\u0085 Found in Ilford'],
    ['a line separator', 'Found in\u2028Ilford'],
    ['a mark that turns the direction of what follows', 'Found in \u202eIlford'],
  ])('does not take %s', (_, text) => {
    expect(reasonOf(header(text))).toBeNull();
  });

  it('does not take bytes that are not UTF-8', () => {
    expect(reasonOf('The placement of Zo\u00eb')).toBeNull();
  });

  it.each(['.', 'xxxxxxxx', 'x x x x x x x x', 'n/a', 'no no', 'test', '12345 67890', '…', '👶'.repeat(20)])(
    'does not take for a reason what says nothing: %s',
    (text) => {
      expect(reasonOf(header(text))).toBeNull();
    },
  );

  it.each(['s47 urgent', 'At risk', 'Found in Ilford', 'MASH: strategy meeting', 'He moved to Kent'])(
    'takes what somebody writes at night: %s',
    (text) => {
      expect(reasonOf(header(text))).toBe(text);
    },
  );
});
