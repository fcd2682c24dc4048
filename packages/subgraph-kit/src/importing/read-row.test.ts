import fc from 'fast-check';
import { DateScalar, PartialDate, Pence } from '@hub/contract';
import { buildSchema, type GraphQLInputObjectType, type GraphQLLeafType } from 'graphql';
import { columnsOf, headerOf } from './column';
import { readHeader } from './header';
import { readCell, type Cell } from './read-cell';
import { readRow } from './read-row';

const schema = buildSchema(`
  enum Capacity { MEMBER LAY_MEMBER }
  input Attendee { role: String!, capacity: Capacity!, tests: [ID!] }
  input Place { name: String!, floor: Int }
  input Meeting { reference: String!, heldOn: String!, attendance: [Attendee!]!, place: Place, sent: [Capacity!], isOpen: Boolean = true }
  input Deep { outer: [Outer!] }
  input Outer { inner: [Place!] }
  type Query { a: Int }
`);
const inputOf = (name: string) => schema.getType(name) as GraphQLInputObjectType;
const columns = columnsOf(inputOf('Meeting'));
const read = (headers: Cell[], cells: Cell[]) => {
  const header = readHeader(headers, columns);
  expect(header.problems).toEqual([]);
  return readRow(2, cells, header, inputOf('Meeting'));
};

test('the columns follow from the input', () => {
  expect(
    columns.map((column) => `${headerOf(column)}${column.isRequired ? '!' : ''}${column.isList ? '[]' : ''}`),
  ).toEqual([
    ...['reference!', 'heldOn!', 'attendance.1.role!', 'attendance.1.capacity!', 'attendance.1.tests[]'],
    ...['place.name', 'place.floor', 'sent[]', 'isOpen'],
  ]);
  expect(() => columnsOf(inputOf('Deep'))).toThrow('outer.#.inner has lists within lists');
});

test('a row makes the input of the mutation', () => {
  const headers = [
    'Reference',
    'HELD-ON',
    'attendance.2.role',
    'Attendance.2.Capacity',
    'attendance.10.role',
    'attendance.10.capacity',
    'attendance.10.tests',
    'sent',
    '',
  ];
  expect(read(headers, ['A/1', '2026-05-01', 'Chair', 'lay member', '', '', '', 'Member; LAY_MEMBER;', ''])).toEqual({
    input: {
      ...{ reference: 'A/1', heldOn: '2026-05-01', sent: ['MEMBER', 'LAY_MEMBER'], isOpen: true },
      attendance: [{ role: 'Chair', capacity: 'LAY_MEMBER' }],
    },
  });
  expect(read(['reference', 'heldOn'], [12, '2026-05-01'])).toMatchObject({
    input: { reference: '12', attendance: [] },
  });
});

test('every problem of a row is told at once, by its column', () => {
  const headers = [
    'Reference',
    'Held on',
    'attendance.1.role',
    'attendance.1.capacity',
    'place.floor',
    'place.name',
    'isOpen',
    '',
  ];
  const found = read(headers, [' ', new Date('2026-05-01'), 'Chair', 'Guest', 'first', 'Hall', 'maybe', 'x']);
  expect((found as { problems: object[] }).problems).toMatchObject([
    { row: 2, column: 'Reference', code: 'CELL_EMPTY' },
    { row: 2, column: 'Held on', code: 'CELL_IS_DATE' },
    { row: 2, column: 'attendance.1.capacity', code: 'VALUE_UNKNOWN' },
    { row: 2, column: 'place.floor', code: 'NUMBER_UNREADABLE' },
    { row: 2, column: 'isOpen', code: 'VALUE_UNKNOWN' },
    { row: 2, column: null, code: 'CELL_WITHOUT_HEADER' },
  ]);
});

test('a value that its type refuses is told by its column', () => {
  const headers = [
    'reference',
    'heldOn',
    'attendance.1.role',
    'attendance.1.capacity',
    'attendance.3.role',
    'attendance.3.capacity',
  ];
  const found = readRow(7, ['A', 'B', '', '', '', 'MEMBER'], readHeader(headers, columns), inputOf('Meeting'));
  expect(found).toEqual({
    problems: [expect.objectContaining({ row: 7, column: 'attendance.3.role', code: 'CELL_EMPTY' })],
  });
});

test.each([
  [['reference', 'heldOn', 'Notes'], ['COLUMN_UNKNOWN']],
  [['reference', 'heldOn', 'Held On'], ['COLUMN_TWICE']],
  [['reference'], ['COLUMN_MISSING']],
  [
    ['reference', 'heldOn', 'attendance.0.role', 'attendance.1000.role'],
    ['COLUMN_UNKNOWN', 'COLUMN_UNKNOWN'],
  ],
])('the header %j is refused', (headers, codes) => {
  expect(readHeader(headers, columns).problems.map(({ code }) => code)).toEqual(codes);
});

test('headers are mapped, or left out', () => {
  const { placed, problems } = readHeader(['Ref no', 'heldOn', 'Notes'], columns, { 'ref no': 'reference', Notes: '' });
  expect(problems).toEqual([]);
  expect(placed.map(({ header, column }) => [header, headerOf(column)])).toEqual([
    ['Ref no', 'reference'],
    ['heldOn', 'heldOn'],
  ]);
  expect(() => readHeader(['reference'], columns, { Other: 'heldOn' })).toThrow('The file has no header "Other"');
});

describe('days', () => {
  const readDay = (cell: Cell) => readCell(cell, { type: DateScalar as GraphQLLeafType, isList: false });

  it('are read as DD/MM/YYYY and as ISO, and as Excel keeps them', () => {
    const days = fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (moment) => {
        const [iso] = moment.toISOString().split('T') as [string];
        const [year, month, day] = iso.split('-');
        for (const cell of [iso, `${day}/${month}/${year}`, ` ${day}/${month}/${year} `, new Date(iso)]) {
          expect(readDay(cell)).toEqual({ value: iso });
        }
      }),
    );
  });

  it.each([
    '05/13/2026',
    '3/4/2026',
    '03/04/26',
    '2026/04/03',
    '3 Apr 2026',
    '03-04-2026',
    '45000',
    new Date('2026-05-01T10:00:00Z'),
  ])('%s is refused, and not guessed', (cell) => {
    expect(readDay(cell)).toMatchObject({ code: 'DATE_UNREADABLE' });
  });

  it('may be known in part', () => {
    const type = PartialDate as GraphQLLeafType;
    expect(['2026', '2026-05', '01/05/2026', 2026].map((cell) => readCell(cell, { type, isList: false }))).toEqual(
      ['2026', '2026-05', '2026-05-01', '2026'].map((value) => ({ value })),
    );
  });
});

test.each([
  ['1250', { value: 1250 }],
  [1250, { value: 1250 }],
  ['£12.50', { code: 'NUMBER_UNREADABLE' }],
  ['1,250', { code: 'NUMBER_UNREADABLE' }],
  [12.5, { code: 'NUMBER_UNREADABLE' }],
  [1e15, { code: 'NUMBER_UNREADABLE' }],
])('%j pence is %j', (cell, expected) => {
  expect(readCell(cell, { type: Pence as GraphQLLeafType, isList: false })).toMatchObject(expected);
});
