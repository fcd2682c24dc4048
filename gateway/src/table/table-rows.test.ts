import { buildSchema, getOperationAST, parse } from 'graphql';
import fc from 'fast-check';
import { RandomAnswers } from '../../testing/random-answers';
import { rowsByPlaces } from '../../testing/rows-by-places';
import { tableRows } from './table-rows';
import { tableShape } from './table-shape';

const schema = buildSchema(`
  scalar Pence
  type Query { name: String partnerships: [Partnership] one: Partnership networks(after: String): NetworkConnection }
  interface Partnership { id: ID name: String host: Network }
  type Lambeth implements Partnership { id: ID name: String host: Network hubs: [Hub] rules: Rules }
  type Havering implements Partnership { id: ID name: String host: Network bodies: [Hub] spentPence: Pence }
  type Rules { version: Int clauses: [Hub!] about: Hub }
  type Hub { topic: String tags: [String] matrix: [[Hub]] within: Rules }
  type Network { title: String chairs: [Hub] }
  type NetworkConnection { edges: [NetworkEdge!]! pageInfo: PageInfo! total: Int }
  type NetworkEdge { cursor: String! node: Network }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
`);

function table(query: string, data: unknown, along?: string[]) {
  const document = parse(query);
  const shape = tableShape(schema, document, getOperationAST(document)!);
  const headings = shape.columns.map(({ heading }) => heading);
  return { headings, rows: [...tableRows(shape, data, along)], paged: shape.paged };
}

describe('a table', () => {
  it('has a row for each object with none below it, and repeats what stands above', () => {
    const data = {
      partnerships: [
        { name: 'Lambeth', rules: { version: 2, clauses: [{ topic: 'Chair' }, { topic: 'Quorum' }] } },
        { name: 'Havering', spentPence: 1250, bodies: [{ topic: 'Executive' }] },
        { name: 'Redbridge', bodies: [] },
      ],
    };
    const query = `{ partnerships { name ...L ... on Havering { spentPence bodies { topic } } } }
      fragment L on Lambeth { rules { version clauses { topic } } }`;
    expect(table(query, data)).toMatchObject({
      headings: [
        ...['partnerships.name', 'partnerships.rules.version', 'partnerships.rules.clauses.topic'],
        ...['partnerships.spent (£)', 'partnerships.bodies.topic'],
      ],
      rows: [
        ['Lambeth', 2, 'Chair', null, null],
        ['Lambeth', 2, 'Quorum', null, null],
        ['Havering', null, null, 12.5, 'Executive'],
        ['Redbridge', null, null, null, null],
      ],
    });
  });

  it('puts lists that stand beside each other below each other, and an object without lists beside its fields', () => {
    const data = { one: { hubs: [{ topic: 'a' }], rules: { about: { topic: 'r' }, clauses: null }, name: 'L' } };
    const query = '{ one { ... on Lambeth { hubs { topic } rules { about { topic } } name } } }';
    expect(table(query, data).rows).toEqual([['a', 'r', 'L']]);
    const beside = '{ one { ... on Lambeth { hubs { topic } rules { about { topic } clauses { topic } } name } } }';
    expect(table(beside, data).rows).toEqual([
      ['a', null, null, 'L'],
      [null, 'r', null, 'L'],
    ]);
  });

  it('knows of a connection what it holds, and not how it is paged', () => {
    const query = `query Q($after: String) {
      networks(after: $after) { total edges { cursor node { title } } pageInfo { hasNextPage } } name }`;
    const data = { networks: { total: 2, edges: [{ node: { title: 'A' } }, { node: { title: 'B' } }] }, name: 'x' };
    expect(table(query, data)).toEqual({
      headings: ['networks.total', 'networks.title', 'name'],
      rows: [
        [2, 'A', 'x'],
        [2, 'B', 'x'],
      ],
      paged: ['networks'],
    });
  });

  it('has of a further page the rows of its connection alone', () => {
    const query =
      'query Q($after: String) { networks(after: $after) { edges { node { title } } } partnerships { id } name }';
    const data = { networks: { edges: [{ node: { title: 'C' } }] }, partnerships: [{ id: 'a' }], name: 'x' };
    expect(table(query, data).rows).toHaveLength(2);
    expect(table(query, data, ['networks']).rows).toEqual([['C', null, 'x']]);
    expect(table(query, { ...data, networks: { edges: [] } }, ['networks']).rows).toEqual([]);
  });

  it.each([null, {}, { partnerships: [] }, { partnerships: [null, { name: null }] }])('of %j has no rows', (data) => {
    expect(table('{ partnerships { name } }', data).rows).toEqual([]);
  });

  it('has for any answer the rows that one finds place by place', () => {
    fc.assert(
      fc.property(fc.gen(), (gen) => {
        const { query, data } = new RandomAnswers(schema, gen).next();
        const { headings, rows } = table(query, data);
        expect(rows.every((row) => row.length === headings.length)).toBe(true);
        const named = rows.map((row) =>
          Object.fromEntries(row.flatMap((cell, index) => (cell === null ? [] : [[headings[index], cell]]))),
        );
        expect(named).toEqual(rowsByPlaces(schema, query, data));
      }),
      { numRuns: 500 },
    );
  });
});
