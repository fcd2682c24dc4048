import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { exampleProblems, readExample, readExamples } from './saved-examples';
import { SUBJECTS } from './subjects';

const HEAD = '# Title: A title\n# About: One line.\n# Subject: Money\n';

describe('readExample', () => {
  it('takes the title, the description, the subject, the role and the variables off the query', () => {
    const text = `${HEAD}# Role: analyst\n# Variables: {"id":"lambeth"}\n# A remark that is nobody's.\nquery Q { a }\n`;
    expect(readExample('02-a.graphql', text)).toEqual({
      name: '02-a',
      title: 'A title',
      about: 'One line.',
      subject: 'Money',
      query: 'query Q { a }',
      variables: '{\n  "id": "lambeth"\n}',
      role: 'analyst',
    });
  });

  it.each([
    ['# Title: A title\n{ a }', 'does not begin with'],
    ['# Title: A title\n# About: One line.\n{ a }', 'needs "# Subject:" with one of Governance, Meetings'],
    ['# Title: A title\n# About: One line.\n# Subject: Maths\n{ a }', 'needs "# Subject:"'],
    [`${HEAD}{ a`, 'does not parse'],
    [`${HEAD}# Variables: {id}\n{ a }`, 'not JSON'],
    [`${HEAD}# Role: analysts\n{ a }`, 'names no role of the hub: analysts'],
  ])('says what is wrong with a file', (text, reason) => {
    expect(() => readExample('02-a.graphql', text)).toThrow(reason);
  });
});

it('says which examples do not run on a schema', () => {
  const example = readExample('a.graphql', `${HEAD}{ a }`);
  expect(exampleProblems(example, buildSchema('type Query { b: Int }'))).toHaveLength(1);
  expect(exampleProblems(example, buildSchema('type Query { a: Int }'))).toEqual([]);
});

it.each(['gateway/operations', 'packages/partnership/examples'])(
  'reads every example that ships in %s, each about a known subject',
  async (folder) => {
    const examples = await readExamples(join(__dirname, '../../..', folder));
    expect(examples[0]?.name).toMatch(/^01-/);
    expect(examples.filter(({ subject }) => !SUBJECTS.includes(subject))).toEqual([]);
  },
);
