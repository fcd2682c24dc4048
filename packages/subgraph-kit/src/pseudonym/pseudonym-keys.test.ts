import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPseudonymKeys } from './pseudonym-keys';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-pseudonyms-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const secret = (fill: string, length = 32) => Buffer.alloc(length, fill).toString('base64url');
function read(content: unknown) {
  const path = join(folder, 'keys.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readPseudonymKeys(path);
}

test('keys are read in their order, for each purpose', () => {
  const keys = [
    { version: 2, secret: secret('b') },
    { version: 1, secret: secret('a') },
  ];
  expect(read({ CROSS_BOUNDARY_MOVEMENT: keys })).toEqual({
    CROSS_BOUNDARY_MOVEMENT: [
      { version: 2, secret: Buffer.alloc(32, 'b') },
      { version: 1, secret: Buffer.alloc(32, 'a') },
    ],
  });
});

const one = { version: 1, secret: secret('a') };
test.each<[string, unknown, string]>([
  ['a short secret', { AUDIT: [{ version: 1, secret: secret('a', 31) }] }, 'AUDIT'],
  ['a secret that is not base64url', { AUDIT: [{ version: 1, secret: '+'.repeat(64) }] }, 'AUDIT'],
  ['no key', { AUDIT: [] }, 'AUDIT'],
  ['one version twice', { AUDIT: [one, { version: 1, secret: secret('b') }] }, 'AUDIT'],
  ['an unknown purpose', { CURIOSITY: [one] }, 'CURIOSITY'],
  ['something else', [one], 'the whole'],
])('%s is refused by the name of its purpose, with a remedy and no secret', (_, content, name) => {
  let message = '';
  try {
    read(content);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain(`PSEUDONYM_KEYS names a file of which ${name} cannot be used. Give each purpose a list`);
  expect(message).not.toContain(secret('a', 12));
});

test('a file that is missing or no JSON is refused', () => {
  expect(() => readPseudonymKeys(join(folder, 'none.json'))).toThrow('cannot be read (ENOENT)');
  expect(() => read(`{"AUDIT": ${secret('a')}}`)).toThrow(/^PSEUDONYM_KEYS names a file that is not JSON\. Give/);
});
