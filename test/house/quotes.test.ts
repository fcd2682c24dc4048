import { join } from 'node:path';
import { readFacts } from '@hub/partnership';
import { FoundingDocument, wordsOf } from '../support/founding-document';

/** What stands between two passages of one quote. */
const OMISSION = ' […] ';
const OWNERS = ['london-scp', 'havering', 'redbridge', 'lambeth', 'tri-borough'];
const folderOf = (owner: string) => join(__dirname, '..', '..', 'subgraphs', owner, 'facts');

describe.each(OWNERS)('what the clauses of %s quote', (owner) => {
  const { clauses } = readFacts(folderOf(owner));
  const document = new FoundingDocument(join(folderOf(owner), 'founding-document.txt'));
  const quoted = clauses.flatMap(({ quote, ...clause }) =>
    quote === null ? [] : [{ ...clause, passages: quote.split(OMISSION) }],
  );

  it('stands in the founding document, word for word', () => {
    const differences = quoted.flatMap(({ id, passages }) =>
      passages.map((passage) => [id, document.differenceOf(passage)]).filter(([, difference]) => difference),
    );
    expect(differences).toEqual([]);
  });

  it('stands under the heading that the clause names', () => {
    const headings = [...new Set(clauses.flatMap(({ heading }) => heading ?? []))];
    const under = quoted
      .filter(({ heading }) => heading !== null)
      .map(({ id, passages }) => [id, document.headingOf(passages[0]!, headings)]);
    expect(under).toEqual(quoted.filter(({ heading }) => heading !== null).map(({ id, heading }) => [id, heading]));
  });

  it('says something: each passage has three words or more', () => {
    const short = quoted.flatMap(({ passages }) => passages).filter((passage) => wordsOf(passage).length < 3);
    expect(short).toEqual([]);
  });

  it('is left out where the document is silent, and there alone', () => {
    const silent = clauses.filter(({ quote }) => quote === null);
    expect(silent.map(({ topic, heading, section }) => [topic, heading, section])).toEqual(
      owner === 'havering' ? [] : [['QUORUM', null, null]],
    );
  });

  it('is asked for by no number of a line', () => {
    for (const { section } of clauses) expect(section ?? '').not.toMatch(/L\d/);
  });
});

it('tells the first words that differ', () => {
  const lambeth = new FoundingDocument(join(folderOf('lambeth'), 'founding-document.txt'));
  expect(lambeth.differenceOf("Lambeth Children's Services will notify relevant safeguarding partners")).toBe(
    'after "Lambeth" the quote has "Children\'s Services will notify relevant", the document "Safeguarding Children Partnership Executive: Three"',
  );
});
