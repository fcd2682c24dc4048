import { proseProblems } from './prose-problems';

const codesOf = (text: string) => proseProblems('note', text, 40).map(({ field, code }) => [...field, code].join(' '));

describe('words that a person wrote', () => {
  it('are kept where they say something and name nobody', () => {
    expect(codesOf('Rang them: it was taken twice.')).toEqual([]);
  });

  it.each([
    ['', 'SAYS_NOTHING'],
    ['.', 'SAYS_NOTHING'],
    ['It was wrong and was recorded anew by us.', 'TOO_LONG'],
    ['Ring 020 7946 0012 at once.', 'NAMES_SOMEBODY'],
  ])('are refused as %j is', (text, code) => {
    expect(codesOf(text)).toEqual([`input note ${code}`]);
  });

  it('are told all that is wrong with them at once, and nothing of what was written', () => {
    const text = 'x@example.org '.repeat(4);
    expect(codesOf(text)).toEqual(['input note TOO_LONG', 'input note NAMES_SOMEBODY']);
    expect(JSON.stringify(proseProblems('note', text, 40))).not.toContain('example');
  });
});
