import { parse } from 'graphql';
import { parsedDocuments } from './parsed-documents';

const document = (name: string, length = 0) => parse(`{ ${name} } # ${'x'.repeat(length)}`);

it('what was parsed is kept, and forgotten when newer documents are as long as all that may be kept', async () => {
  const store = parsedDocuments(500);
  await store.set('a', document('a'));
  await store.set('b', document('b'));
  expect(await store.get('a')).toEqual(document('a'));
  for (let index = 0; index < 10; index++) {
    await store.get('a');
    await store.set(`long ${index}`, document('c', 100));
  }
  expect(await store.get('a')).toBeDefined();
  expect(await store.get('b')).toBeUndefined();
});

it('a document that is longer than all that may be kept is parsed each time', async () => {
  const store = parsedDocuments(500);
  await store.set('a', document('a'));
  await store.set('long', document('b', 1000));
  expect(await store.get('long')).toBeUndefined();
  expect(await store.get('a')).toBeDefined();
});
