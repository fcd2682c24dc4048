import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../docs/adr');
const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');

it('lists each architecture decision once, in order, as it calls itself', () => {
  const records = readdirSync(FOLDER).filter((file) => file !== 'README.md');
  const rows = [...index.matchAll(/^\| \[(\d{4})\]\((.+?)\)/gm)].map(([, number, file]) => [number, file]);
  expect(rows).toEqual(records.sort().map((file) => [file.slice(0, 4), file]));
});
