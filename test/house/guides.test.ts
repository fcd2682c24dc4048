import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { brokenLinks } from '../support/guides/broken-links';
import { HELD_BY_NONE, sectionsOf, statementsOf, unheldStatements } from '../support/guides/statements';
import { testNamesOf } from '../support/guides/test-names';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'docs/guides');
const guides = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const governance = guides.find(({ name }) => name === 'information-governance.md')!.text;

describe('the guides', () => {
  it('are reached from a README whose links lead to files that are there', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(brokenLinks(readme, ROOT)).toEqual([]);
    expect(guides.filter(({ name }) => !readme.includes(`(docs/guides/${name})`))).toEqual([]);
  });

  it.each(guides)('$name leads to files that are there, and to tests by their names', ({ text }) => {
    expect(brokenLinks(text, FOLDER)).toEqual([]);
  });

  it('ask what the hub answers', () => {
    const schema = buildSchema(readFileSync(join(ROOT, 'docs/reference/schema/api.graphql'), 'utf8'));
    const queries = guides.flatMap(({ text }) => [...text.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)]);
    expect(queries.length).toBeGreaterThan(3);
    for (const [, query] of queries) expect(validate(schema, parse(query!))).toEqual([]);
  });
});

describe('the guide of information governance', () => {
  it('states nothing without the test that holds it', () => {
    expect(unheldStatements(governance)).toEqual([]);
    expect(statementsOf(governance).length).toBeGreaterThan(50);
  });

  it('has these sections without tests, and no others', () => {
    const unheld = sectionsOf(governance).filter(({ text }) => text.startsWith(HELD_BY_NONE));
    expect(unheld.map(({ title }) => title)).toEqual([
      'On what basis',
      'What an information-sharing agreement has to settle',
      'What is not there yet',
    ]);
  });
});

describe('what is checked of a guide', () => {
  const FILE = 'guides.test.ts';
  const held = `[test](${FILE} "what is checked of a guide")`;
  const unheld = (text: string) => unheldStatements(`# Guide\n\nFor readers.\n\n${text}`).map((one) => one.text);

  it('finds each statement that no test holds', () => {
    expect(unheld(`## Keys\n\nThey are secret. ${held}\n\nThey are old.`)).toEqual(['They are old.']);
    expect(unheld(`## Keys\n\n- secret ${held}\n- old\n  and worn`)).toEqual(['- old\n  and worn']);
    expect(unheld(`## Keys\n\n| key | is |\n| --- | --- |\n| a | old |\n| b | secret ${held} |`)).toEqual([
      '| a | old |',
    ]);
    expect(unheld('## Keys\n\nSee [the test](guides.test.ts).')).toHaveLength(1);
    expect(unheld('## Keys\n\nThey are old. [test][keys]\n\n[keys]: keys.md "old"')).toHaveLength(1);
  });

  it('asks none for what leads to a list, for commands, and for a section that says so', () => {
    expect(
      unheld(`## Keys\n\nThey are:\n\n- secret [test][keys]\n\n[keys]: ${FILE} "what is checked of a guide"`),
    ).toEqual([]);
    expect(unheld('## Keys\n\nAsk:\n\n```sh\nhub keys\n```')).toEqual([]);
    expect(unheld(`## Keys\n\n${HELD_BY_NONE}: they are lost.\n\nAll of them.`)).toEqual([]);
  });

  it('finds a link that leads nowhere, and a test that there is not', () => {
    expect(brokenLinks(`${held} [web](https://example.org) \`[code](no)\``, __dirname)).toEqual([]);
    expect(brokenLinks('[a](nowhere.md#keys) [b][c]', __dirname)).toEqual([
      'nowhere.md#keys is not there',
      '[b] leads to a reference that is defined nowhere',
    ]);
    expect(brokenLinks(`[test](${FILE} 'takes for a test what it is not')`, __dirname)).toHaveLength(1);
    expect(brokenLinks(`[test](${FILE} "keeps every promise")`, __dirname)).toEqual([
      `${FILE} has no test "keeps every promise"`,
    ]);
  });

  it('takes for a test what describe, it and test name, one of many included', () => {
    const source = `describe('a', () => { it("b's", f); test.each([1])('c %s', f); }); other('d'); // it('e')`;
    expect([...testNamesOf(source)]).toEqual(['a', "b's", 'c %s']);
  });
});
