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
