import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** What belongs to no subject, and may be imported by all of them. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  'packages/contract': ['access', 'calendar', 'cost', 'disclosure', 'paging', 'recording'],
  'packages/partnership': ['demonstration', 'facts', 'recording'],
  'subgraphs/london-scp': [],
};

/** Which subject may import which others. What is not listed imports none. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'packages/contract': {
    assurance: ['governance'],
    documents: ['governance'],
    governance: ['directory', 'plans'],
    learning: ['governance'],
    meetings: ['governance'],
    money: ['directory', 'governance'],
    movements: ['directory', 'governance', 'procedures'],
    networks: ['governance'],
    obligations: ['governance'],
    plans: [],
    procedures: ['governance'],
    provision: ['directory'],
    reports: [],
    training: ['governance'],
  },
  'packages/partnership': {
    assurance: ['governance'],
    documents: ['governance', 'obligations'],
    learning: ['governance'],
    meetings: ['governance'],
    money: ['governance'],
    networks: ['governance'],
    obligations: ['governance'],
    plans: ['governance'],
    procedures: ['governance'],
    reports: [],
    training: ['governance'],
  },
  'subgraphs/london-scp': {
    governance: ['directory'],
    meetings: ['governance'],
    money: ['directory', 'governance'],
    movements: ['access', 'directory', 'governance', 'procedures'],
    networks: ['directory', 'governance'],
    plans: [],
    procedures: ['directory', 'governance'],
  },
};
const ROOT = join(__dirname, '..', '..');

/** Imports from one folder of a package into another, as `money → governance`, each with the files that do. */
function importsBetween(room: string): Map<string, string[]> {
  const source = join(ROOT, room, 'src');
  const found = new Map<string, string[]>();
  const folderOf = (path: string) => relative(source, path).split(sep)[0]!;
  const folders = new Set(
    readdirSync(source, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : [])),
  );
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.test.ts') || !file.includes(sep)) continue;
    const from = folderOf(join(source, file));
    for (const [, name] of readFileSync(join(source, file), 'utf8').matchAll(/from '(\.[^']*)'/g)) {
      const to = folderOf(normalize(join(source, dirname(file), name!)));
      if (to === from || !folders.has(to)) continue;
      found.set(`${from} → ${to}`, [...(found.get(`${from} → ${to}`) ?? []), file]);
    }
  }
  return found;
}

describe.each(Object.keys(ALLOWED))('the subjects of %s', (room) => {
  const found = importsBetween(room);
  const allowed = ALLOWED[room]!;
  const common = COMMON[room]!;

  it('import only those that they name, and what belongs to no subject', () => {
    const wrong = [...found].filter(([arrow]) => {
      const [from, to] = arrow.split(' → ') as [string, string];
      return !common.includes(to) && !allowed[from]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  it('are named for no more than they import', () => {
    const unused = Object.entries(allowed).flatMap(([from, others]) =>
      others.map((to) => `${from} → ${to}`).filter((arrow) => !found.has(arrow)),
    );
    expect(unused).toEqual([]);
  });

  it('import each other one way', () => {
    const reachable = (from: string, seen = new Set<string>()): Set<string> => {
      for (const to of allowed[from] ?? []) if (!seen.has(to)) reachable(to, seen.add(to));
      return seen;
    };
    expect(Object.keys(allowed).filter((subject) => reachable(subject).has(subject))).toEqual([]);
  });
});

it('the same subjects are in the contract, in a partnership and at the London SCP', () => {
  const subjects = (room: string) =>
    readdirSync(join(ROOT, room, 'src'), { withFileTypes: true })
      .flatMap((one) => (one.isDirectory() ? [one.name] : []))
      .filter((name) => name === 'access' || !COMMON[room]!.includes(name));
  const contract = subjects('packages/contract');
  for (const room of ['packages/partnership', 'subgraphs/london-scp']) {
    expect(subjects(room).filter((name) => !contract.includes(name))).toEqual([]);
  }
});
