import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copiedIdentity, readFacts } from '@hub/partnership';
import { planCopies, readDirectory } from '../../packages/cli/src/london/partnership-copy';
import { writeCopies } from '../../packages/cli/src/london/write-copies';

const WORKSPACE = resolve(__dirname, '../..');

describe('a London of 31 partnerships', () => {
  const copies = planCopies(WORKSPACE, 31);
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  let environmentOf: (service: string) => NodeJS.ProcessEnv;
  beforeAll(async () => ({ environmentOf } = await writeCopies(folder, WORKSPACE, copies, 'london-scp')));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('covers all 33 authorities, each once', () => {
    const coveredOf = (entries: ReturnType<typeof readDirectory>) =>
      entries.flatMap(({ coverage }) => coverage.map(({ localAuthority }) => localAuthority));
    const written = JSON.parse(readFileSync(environmentOf('london-scp').PARTNERSHIP_DIRECTORY!, 'utf8'));
    const covered = coveredOf(written);
    expect(written).toHaveLength(31);
    expect(covered).toHaveLength(33);
    expect(new Set(covered).size).toBe(33);
  });

  it('has facts of each copy that hold together, of which nothing passes for a fact', () => {
    for (const { id, typeName, localAuthority } of copies) {
      const identity = copiedIdentity(environmentOf(id))!;
      expect(identity).toMatchObject({ id, typeName, localAuthorities: [localAuthority] });
      const { termsOfReference, bodies, clauses, obligations, relations } = readFacts(identity.factsFolder);
      const names = [
        termsOfReference.title,
        ...bodies.map(({ name }) => name),
        ...clauses.map(({ summary }) => summary),
      ];
      const rules = obligations.map(({ rule }) => rule);
      const quotes = clauses.flatMap(({ quote }) => quote ?? []);
      for (const said of [...names, ...quotes, ...rules, ...relations.map(({ subject }) => subject)]) {
        expect(said).toMatch(/^Demonstration data: /);
      }
    }
  });

  it('has no id twice', () => {
    const folders = [
      join(WORKSPACE, 'subgraphs/havering/facts'),
      ...copies.map(({ id }) => copiedIdentity(environmentOf(id))!.factsFolder),
    ];
    const ids = folders.flatMap((facts) => {
      const { agencies, bodies, clauses, obligations, relations } = readFacts(facts);
      return [...agencies, ...bodies, ...clauses, ...obligations, ...relations].map(({ id }) => id);
    });
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    expect(new Set([...copies.map(({ typeName }) => typeName), 'HaveringPartnership']).size).toBe(28);
  });

  it('tells the partnerships of the checkout nothing', () => {
    for (const { id } of readDirectory(WORKSPACE)) expect(environmentOf(id)).toEqual({});
    expect(copiedIdentity({})).toBeNull();
  });
});

it.each([3, 32, 4.5, NaN])('a London of %s partnerships is refused', (partnerships) => {
  expect(() => planCopies(WORKSPACE, partnerships)).toThrow('Give a whole number from 4, those of the checkout, to 31');
});
