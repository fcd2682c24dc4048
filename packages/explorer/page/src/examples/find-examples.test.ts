import fc from 'fast-check';
import type { SavedExample } from '../../../src/saved-example';
import { findExamples } from './find-examples';

const example = (name: string, subject: string, about = '', role: string | null = null): SavedExample => ({
  ...{ name, subject, about, role, title: `Title of ${name}` },
  ...{ query: '{ a }', variables: '' },
});
const QUORUM = example('quorum', 'Meetings', 'How a quorum is counted.');
const BUDGET = example('budget', 'Money', 'Who pays.', 'analyst');
const MINUTES = example('minutes', 'Meetings', 'Which meetings have minutes.', 'analyst');
const ALL = [QUORUM, BUDGET, MINUTES];

describe('the examples that are found', () => {
  it('stand by subject, all of them while nothing is looked for', () => {
    expect(findExamples(ALL, ' ')).toEqual([
      { subject: 'Meetings', examples: [QUORUM, MINUTES] },
      { subject: 'Money', examples: [BUDGET] },
    ]);
  });

  it.each([
    ['QUORUM', [QUORUM]],
    ['money', [BUDGET]],
    ['analyst', [MINUTES, BUDGET]],
    ['analyst meet', [MINUTES]],
    ['school', []],
  ])('have every word of "%s" in title, description, subject or role', (search, found) => {
    const examples = findExamples(ALL, search).flatMap((group) => group.examples);
    expect(examples).toEqual(expect.arrayContaining(found));
    expect(examples).toHaveLength(found.length);
  });

  it('are each there once, in the order of the list, under their own subject', () => {
    const word = fc.constantFrom('quorum', 'Money', 'who', 'pays', 'a');
    const examples = fc
      .array(fc.tuple(word, word, word), { maxLength: 12 })
      .map((all) => all.map(([title, about, subject], index) => ({ ...example(`${index}`, subject, about), title })));
    fc.assert(
      fc.property(examples, fc.array(word, { maxLength: 2 }), (all, words) => {
        const groups = findExamples(all, words.join('  '));
        const fits = (one: SavedExample) =>
          words.every((word) =>
            [one.title, one.about, one.subject].some((text) => text.toLowerCase().includes(word.toLowerCase())),
          );
        for (const { subject, examples: found } of groups) {
          expect(found).toEqual(all.filter((one) => one.subject === subject && fits(one)));
        }
        expect(groups.map(({ subject }) => subject)).toEqual([
          ...new Set(all.filter(fits).map(({ subject }) => subject)),
        ]);
      }),
    );
  });
});
