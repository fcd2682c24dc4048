import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HUB_VERSION } from '@hub/http';
import { brokenLinks } from '../support/guides/broken-links';

const ROOT = join(__dirname, '..', '..');
const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { version: string }).version;

it('is one version of all parts, which the changelog tells of', () => {
  const parts = ['packages', 'subgraphs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(folder, name)),
  );
  const all = ['.', 'gateway', ...parts].filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
  expect(all.length).toBeGreaterThan(15);
  expect(all.filter((folder) => versionOf(folder) !== HUB_VERSION)).toEqual([]);
  const [latest] = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').match(/(?<=^## \[)\d[^\]]*/gm) ?? [];
  expect(latest).toBe(HUB_VERSION);
});

it.each(['CHANGELOG.md', 'SECURITY.md'])('%s leads nowhere that is not there', (name) => {
  expect(brokenLinks(readFileSync(join(ROOT, name), 'utf8'), ROOT)).toEqual([]);
});
