import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ObjectTypeDefinitionNode } from 'graphql';
import { ownApis, subgraphSdls } from '../support/reference-schema';

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

it('every mutation records what is withdrawn by another, or stands in ADR 0039 with what undoes it', () => {
  const mutations = [...subgraphSdls, ...ownApis].flatMap(({ sdl }) =>
    parse(sdl)
      .definitions.filter((one): one is ObjectTypeDefinitionNode => one.kind === 'ObjectTypeDefinition')
      .flatMap(({ name, fields = [] }) => (name.value === 'Mutation' ? fields : []))
      .map(({ name, description }) => [name.value, description?.value ?? ''] as const),
  );
  const names = new Set(mutations.map(([name]) => name));
  const withdrawn = new Set(
    mutations.flatMap(([name, description]) => {
      const [, recorded] = /^Withdraws what (\w+) recorded/.exec(description) ?? [];
      return recorded === undefined ? [] : [name, recorded];
    }),
  );
  const corrected = mutations.flatMap(([name, description]) => {
    const [, recorded] = /^Corrects what (\w+) recorded/.exec(description) ?? [];
    return recorded !== undefined && withdrawn.has(recorded) ? [name] : [];
  });
  const adr = readFileSync(join(ROOT, 'docs/adr/0039-one-definition-a-record.md'), 'utf8');
  const undone = [...adr.matchAll(/^\| `(\w+)` +\| \S/gm)].map(([, name]) => name!);
  const others = [...names].filter((name) => !withdrawn.has(name) && !corrected.includes(name));
  expect(withdrawn.size).toBeGreaterThan(40);
  expect(undone.sort()).toEqual(others.sort());
});
