import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

const sources = ['packages', 'subgraphs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !file.includes('node_modules'))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(ROOT, folder, file), 'utf8') })),
);

it('every record is shown by describeRecord: the same again, other content, two at once, each refusal, demonstration', () => {
  const defined = sources.flatMap(({ text }) =>
    [...text.matchAll(/^export const (\w+) = defineRecord\(/gm)].map(([, name]) => name!),
  );
  const described = new Set(
    sources.flatMap(({ file, text }) =>
      file.endsWith('.test.ts') ? [...text.matchAll(/describeRecord\((\w+),/g)].map(([, name]) => name!) : [],
    ),
  );
  expect(defined.length).toBeGreaterThan(15);
  expect(defined.filter((name) => !described.has(name))).toEqual([]);
  expect(new Set(defined).size).toBe(defined.length);
});
