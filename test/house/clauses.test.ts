import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFacts } from '@hub/partnership';
import { parse } from 'yaml';

/** Rows of each founding document, and the id its rows begin with. */
const DOCUMENTS = [
  ['london-scp', 'LON', 36],
  ['havering', 'HAV', 32],
  ['redbridge', 'RED', 35],
  ['lambeth', 'LAM', 42],
  ['tri-borough', 'TRI', 67],
] as const;

/** Clauses in which such words state no rule of that kind, and why. */
const UNJUDGED = new Map([
  ['RED-33', 'It says what training covers; that priorities are set each year is RED-04.'],
  ['TRI-18', 'It has the annual report watched over; that there is one is TRI-51.'],
  ['TRI-57', 'A list of references.'],
  ['TRI-65', 'That the LSCP meets quarterly is judged under TRI-08.'],
]);

const factsOf = (id: string) => readFacts(join(__dirname, '..', '..', 'subgraphs', id, 'facts'));

describe('the clauses of the five founding documents', () => {
  it.each(DOCUMENTS)('%s has %s-01 to %s-%i, each once and in order', (id, prefix, count) => {
    const expected = Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);
    expect(factsOf(id).clauses.map((clause) => clause.id)).toEqual(expected);
  });

  it('are 212', () => {
    expect(DOCUMENTS.flatMap(([id]) => factsOf(id).clauses)).toHaveLength(212);
  });

  it('state a quorum in Havering alone, for its two groups', () => {
    const stated = DOCUMENTS.flatMap(([id]) => factsOf(id).bodies).filter(({ quorum }) => quorum !== 'NOT_SPECIFIED');
    expect(stated.map(({ id }) => id)).toEqual(['havering-executive', 'havering-partners-group']);
  });

  it('give every body that states a frequency its number, as the difference matrix has it', () => {
    const frequencies = DOCUMENTS.flatMap(([id]) => factsOf(id).bodies)
      .filter(({ meetsTimesPerYear }) => meetsTimesPerYear !== null)
      .map(({ id, meetsTimesPerYear }) => [id, meetsTimesPerYear]);
    expect(Object.fromEntries(frequencies)).toEqual({
      'london-scp-executive': 4,
      'havering-executive': 12,
      'havering-partners-group': 4,
      'redbridge-partnership': 4,
      'tri-borough-lscp': 4,
      'tri-borough-strategic-planning-group': 4,
    });
  });

  it('count seats as the documents do', () => {
    const places = (id: string, body: string) => factsOf(id).bodies.find((candidate) => candidate.id === body)!.seats;
    expect(places('havering', 'havering-executive')).toHaveLength(3);
    expect(places('havering', 'havering-partners-group')).toHaveLength(21);
    const lambeth = places('lambeth', 'lambeth-executive').filter(({ capacity }) => capacity === 'MEMBER');
    const bySector: Record<string, number> = {};
    for (const { sector, places: count } of lambeth) bySector[sector] = (bySector[sector] ?? 0) + count!;
    expect(bySector).toEqual({ LOCAL_AUTHORITY: 3, NHS: 4, POLICE: 2, EDUCATION: 2 });
  });

  it('add the education table of the tri-borough up to its totals (TRI-46)', () => {
    const text = readFileSync(join(__dirname, '../../subgraphs/tri-borough/facts/education-provision.yaml'), 'utf8');
    const totals: Record<string, number> = {};
    for (const { kind, count } of parse(text) as { kind: string; count: number }[]) {
      totals[kind] = (totals[kind] ?? 0) + count;
    }
    expect(totals).toEqual({
      PRIMARY: 105,
      SECONDARY: 30,
      SPECIAL: 10,
      ALTERNATIVE_PROVISION: 4,
      INDEPENDENT: 72,
      CHILDRENS_CENTRES: 12,
      EARLY_YEARS_SETTINGS: 236,
      CHILDMINDERS: 202,
    });
  });

  it('say what is inferred of the bodies, in a note of ours', () => {
    const executive = factsOf('london-scp').bodies[0]!;
    expect(executive.seats.filter(({ note }) => note !== null).map(({ agency }) => agency)).toEqual([
      'mopac',
      'london-councils',
    ]);
    const lambeth = factsOf('lambeth').bodies[0]!;
    const ofPartners = lambeth.seats.filter(({ sector }) => ['LOCAL_AUTHORITY', 'NHS', 'POLICE'].includes(sector));
    for (const { note } of ofPartners) expect(note).toMatch(/is inferred/);
    expect(factsOf('tri-borough').bodies[0]!.chair!.note).toMatch(/is the scrutineer is inferred/);
  });

  it('take a date that only stands on the page for no agreement', () => {
    expect(factsOf('redbridge').termsOfReference).toMatchObject({ datedOn: '2022-07', agreedOn: null });
  });

  it('are what the directory rests on: it cites no clause that does not exist', () => {
    const known = new Set(DOCUMENTS.flatMap(([id]) => factsOf(id).clauses.map((clause) => clause.id)));
    const folder = join(__dirname, '../../subgraphs/london-scp/directory');
    const cited = ['partnerships.yaml', 'procedures.yaml'].flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/\b(?:LON|HAV|RED|LAM|TRI)-\d+\b/g)].map(([id]) => id),
    );
    expect(cited.length).toBeGreaterThan(5);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('where the clauses live', () => {
  const text = readFileSync(join(__dirname, '../../docs/reference/clauses.md'), 'utf8');
  const rows = [...text.matchAll(/^\| ([A-Z]{3}-\d+) +\| (\w+) +\| .* \| (.*?) *\|$/gm)].map(([, id, topic, home]) => ({
    ...{ id: id!, topic: topic!, homes: home!.split('; ') },
  }));
  const isOf = ({ homes }: (typeof rows)[number], kind: string) => homes.some((home) => home.startsWith(kind));
  const idsOf = (some: typeof rows) => some.map(({ id }) => id);

  it('is said of each, and of none that it lives nowhere', () => {
    expect(rows).toHaveLength(212);
    expect(idsOf(rows.filter(({ homes }) => homes.includes('**nowhere**')))).toEqual([]);
  });

  it('is no obligation and no record where the clause is a statement', () => {
    const statements = rows.filter((row) => isOf(row, 'statement'));
    expect(idsOf(statements.filter((row) => isOf(row, 'obligation') || isOf(row, 'record')))).toEqual([]);
  });

  it('is an obligation or a record for most', () => {
    expect(rows.filter((row) => isOf(row, 'obligation') || isOf(row, 'record')).length).toBeGreaterThanOrEqual(100);
  });

  it('is an obligation wherever the document states a frequency, a quorum, a deadline, a count, a sign-off, a report or a dispatch', () => {
    const quotes = new Map(DOCUMENTS.flatMap(([id]) => factsOf(id).clauses.map((clause) => [clause.id, clause.quote])));
    const states =
      /\b(monthly|quarterly|annual(ly)?|biannual(ly)?|termly|quorate|sign(ed)?[- ]off|within (seven|five|\d+|four|three)|every (year|other month|\d+)|twice a year|times a year|once a quarter|at least once|up to (three|five)|four[- ]month|no later than)\b/i;
    const unjudged = rows.filter((row) => states.test(quotes.get(row.id) ?? '') && !isOf(row, 'obligation'));
    expect(idsOf(unjudged)).toEqual([...UNJUDGED.keys()]);
  });
});
