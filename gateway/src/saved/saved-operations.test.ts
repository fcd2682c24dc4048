import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples, type SavedExample } from '@hub/explorer';
import { MANIFEST_FILE, manifestOf, manifestText } from './manifest';
import { OPERATIONS_FOLDER } from './operations-folder';
import { savedOperation } from './saved-operation';
import { SavedOperations } from './saved-operations';

const example = (name: string, query: string): SavedExample => ({
  ...{ name, query, title: 'Names', about: 'Their names.', subject: 'Directory', variables: '', role: null },
});
const names = savedOperation(example('01-names', 'query Names { names }'));

describe('a saved operation', () => {
  const saved = new SavedOperations([names]);

  it('has the SHA-256 of its text as its id, as Apollo’s tools and GraphQL over HTTP take it', () => {
    expect(names.id).toBe(createHash('sha256').update('query Names { names }', 'utf8').digest('hex'));
  });

  it('is found by its name, and by its id with its prefix or without', () => {
    for (const key of ['01-names', names.id, `sha256:${names.id}`]) expect(saved.find(key)).toBe(names);
    for (const key of ['', 'Names', names.id.toUpperCase(), `md5:${names.id}`, '__proto__']) {
      expect(saved.find(key)).toBeUndefined();
    }
  });

  it.each(['{ names }', 'mutation Change { change }', 'query A { names } query B { names }'])(
    'is one query with a name, and not %s',
    (query) => {
      expect(() => savedOperation(example('01-names', query))).toThrow(
        'The saved operation 01-names is not one query with a name.',
      );
    },
  );
});

describe('the manifest', () => {
  it('is what Apollo’s tools read', () => {
    expect(manifestOf([names])).toEqual({
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: names.id, name: 'Names', type: 'query', body: 'query Names { names }' }],
    });
  });

  it('has no name twice, since clients look an operation up by it', () => {
    const other = savedOperation(example('02-names', 'query Names { others }'));
    expect(() => manifestOf([names, other])).toThrow('Two saved operations are called Names.');
  });

  it('stands in its file as the operations do; npm run manifest writes it', async () => {
    const operations = (await readExamples(OPERATIONS_FOLDER)).map(savedOperation);
    const file = readFileSync(join(OPERATIONS_FOLDER, MANIFEST_FILE), 'utf8');
    expect(operations.length).toBeGreaterThan(20);
    expect(file).toBe(manifestText(manifestOf(operations)));
  });
});
