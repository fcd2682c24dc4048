import { buildSchema } from 'graphql';
import type { PlainApi, PlainRoute } from '../route/plain-route';
import { readRequest } from '../route/read-request';
import type { ServedRoute } from '../route/served-route';
import { servedApi } from './served-api';

const schema = buildSchema(`
  scalar Date
  type Query {
    "Some notes."
    notes("How many." first: Int!, after: String, filter: NoteFilter): NoteConnection
    home: Home
    all: [Note!]
  }
  type Mutation { "Writes it down." write(input: WriteInput!): WritePayload }
  type Home { note(id: ID!): Note }
  type NoteConnection { edges: [NoteEdge!]! pageInfo: PageInfo! }
  type NoteEdge { node: Note! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  "A note."
  type Note { id: ID! "What it says, as JSON." data: String! kind: Kind }
  type WritePayload { note: Note userErrors: [UserError!]! }
  type UserError { code: String! }
  enum Kind { "Of a visit." VISIT CALL }
  input NoteFilter { kind: Kind "Whether it is due." isDue: Boolean }
  input WriteInput { id: ID! book: ID! on: Date! kind: Kind pages: [Int!]! = [1] data: String! }
`);
const WRITE = `mutation Write($input: WriteInput!) { write(input: $input) { note { id data kind } userErrors { code } } }`;
const NOTES = `query Notes($first: Int! = 20, $after: String, $filter: NoteFilter) {
  notes(first: $first, after: $after, filter: $filter) { edges { node { id data kind } } pageInfo { hasNextPage endCursor } } }`;
const routes: PlainRoute[] = [
  { method: 'POST', path: '/movements/{book}/notes', summary: 'Write', operation: WRITE },
  { method: 'GET', path: '/movements/notes', summary: 'List', operation: NOTES },
  {
    ...{ method: 'GET', path: '/movements/notes/{id}', summary: 'Look up' },
    operation: 'query LookUp($id: ID!) { home { note(id: $id) { id data kind } } }',
  },
  { method: 'GET', path: '/movements/all', summary: 'All', operation: 'query All { all { id data kind } }' },
  { method: 'GET', path: '/movements/lost', summary: 'Lost', operation: 'query Lost { lost { id } }' },
];
const api: PlainApi = {
  ...{ title: 'Notes', description: 'Of a test.', routes },
  jsonTexts: { 'Note.data': 'NoteData', 'WriteInput.data': 'NoteData' },
  components: { NoteData: { type: 'object' } },
  conditions: { Write: (fields) => (fields.includes('kind') ? [{ required: ['kind'] }] : []) },
};
const served = servedApi(api, schema);
const [write, notes, lookUp, all] = served.routes as [ServedRoute, ServedRoute, ServedRoute, ServedRoute];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
const document = served.document as any;

const given = (more: object) => ({ params: {}, query: {}, body: undefined, headers: {}, ...more });

describe('a request', () => {
  const sent = {
    params: { book: 'b1' },
    headers: { 'idempotency-key': 'k1' },
    body: { on: '2026-03-31', data: { said: [1] } },
  };

  it('is the input of its operation, with what stands in the path and the key', () => {
    expect(readRequest(write, given(sent))).toEqual({
      variables: { input: { id: 'k1', book: 'b1', on: '2026-03-31', data: '{"said":[1]}' } },
    });
  });

  it('is the variables of its operation, and of the filter the fields', () => {
    const query = { first: '3', kind: 'CALL', isDue: 'true' };
    expect(readRequest(notes, given({ query }))).toEqual({
      variables: { first: 3, filter: { kind: 'CALL', isDue: true } },
    });
    expect(readRequest(lookUp, given({ params: { id: 'n1' } }))).toEqual({ variables: { id: 'n1' } });
  });

  it('is refused for all that is wrong with it at once, by field and code', () => {
    const body = { on: '2026-02-30', kind: 'X', pages: [1, 'x'], data: [], book: 'b2' };
    const read = readRequest(write, given({ ...sent, body, headers: {} }));
    expect('errors' in read && read.errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      ...['Idempotency-Key REQUIRED', 'book UNKNOWN_FIELD', 'data NOT_VALID', 'kind NOT_VALID', 'on NOT_VALID'],
      'pages.1 NOT_VALID',
    ]);
    expect(readRequest(write, given({ ...sent, body: {} }))).toMatchObject({
      errors: [
        { field: 'on', code: 'REQUIRED' },
        { field: 'data', code: 'REQUIRED' },
      ].sort((one, other) => (one.field < other.field ? -1 : 1)),
    });
    for (const body of [null, 7, 'x', []])
      expect(readRequest(write, given({ ...sent, body }))).toHaveProperty('errors');
    for (const query of [{ first: 'x' }, { first: ['1', '2'] }, { isDue: 'yes' }, { other: '1' }]) {
      expect(readRequest(notes, given({ query }))).toHaveProperty('errors');
    }
  });

  it('that is nested beyond what can be written is refused, and not failed at', () => {
    let data: object = {};
    for (let depth = 0; depth < 100_000; depth += 1) data = { data };
    const read = readRequest(write, given({ ...sent, body: { on: '2026-03-31', data } }));
    expect(read).toMatchObject({ errors: [{ field: 'data', code: 'NOT_VALID' }] });
  });
});

describe('an answer', () => {
  const note = { id: 'n1', data: '{"said":1}', kind: null };
  const shown = { ...note, data: { said: 1 } };

  it('is what the graph answers where its selection forks, and a connection a page', () => {
    expect(write.answer.of({ note, userErrors: [] })).toEqual({ note: shown });
    expect([lookUp.answerAt, lookUp.answer.of(note)]).toEqual([['home', 'note'], shown]);
    expect(all.answer.of([note])).toEqual({ items: [shown] });
    const page = (hasNextPage: boolean) => ({ edges: [{ node: note }], pageInfo: { hasNextPage, endCursor: 'c' } });
    expect([true, false].map((more) => notes.answer.of(page(more)))).toEqual([
      { items: [shown], next: 'c' },
      { items: [shown], next: null },
    ]);
  });
});

describe('the description', () => {
  it('has each route that the graph can answer', () => {
    expect(served.leftOut).toEqual(['GET /movements/lost']);
    expect(Object.keys(document.paths)).toEqual([
      ...['/movements/all', '/movements/notes', '/movements/notes/{id}', '/movements/{book}/notes'],
    ]);
  });

  it('says of each part what the graph says of it', () => {
    const { schemas } = document.components;
    expect(schemas.Write).toMatchObject({
      ...{ required: ['data', 'on'], additionalProperties: false, allOf: [{ required: ['kind'] }] },
      properties: {
        data: { $ref: '#/components/schemas/NoteData' },
        kind: { anyOf: [{ $ref: '#/components/schemas/Kind' }, { type: 'null' }] },
        on: { type: 'string', format: 'date' },
        pages: { type: 'array', default: [1] },
      },
    });
    expect(schemas.Kind).toMatchObject({
      enum: ['CALL', 'VISIT'],
      description: expect.stringContaining('Of a visit.'),
    });
    expect(schemas.Note).toMatchObject({ description: 'A note.', required: ['id', 'data', 'kind'] });
    const { parameters, description } = document.paths['/movements/notes'].get;
    expect(description).toBe('Some notes.');
    expect(parameters.filter(({ in: where }: { in?: string }) => where === 'query')).toEqual([
      {
        ...{ name: 'first', in: 'query', required: false, description: 'How many.' },
        schema: expect.objectContaining({ type: 'integer', default: 20 }),
      },
      { name: 'after', in: 'query', required: false, schema: { type: 'string' } },
      { name: 'isDue', in: 'query', required: false, description: 'Whether it is due.', schema: { type: 'boolean' } },
      { name: 'kind', in: 'query', required: false, schema: { $ref: '#/components/schemas/Kind' } },
    ]);
  });
});
