import { demonstrationMovements } from '@hub/partnership';

/** Values that somebody would send who looks for a weakness, and some that lead further in; each as JSON. */
export interface Values {
  usual: readonly unknown[];
  hostile: readonly unknown[];
}

const TEXTS = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\u0001\u001b[31m',
    '\r\nx-injected: 1',
    '\u202egnirts',
    '\ufeff',
    '\ud800',
    'x\udfff',
  ],
  ...[
    '👩‍👧‍👦',
    'Z̷̡͔a̶͕l̷̙g̸o',
    'ﷺ',
    'İ',
    'ß',
    'null',
    'undefined',
    'NaN',
    '__proto__',
    'constructor',
    '{}',
    '[]',
    '$1',
    '%s%n',
    '%00',
  ],
  ...["'", "' OR '1'='1", "'; DROP TABLE clause; --", "\\'; --", '1); ROLLBACK; --', '$$', "E'\\x00'", '/**/', '\\'],
  ...['<script>alert(1)</script>', '${7*7}', '{{7*7}}', '../../../../etc/passwd', 'file:///etc/passwd', '999 000 0000'],
  ...['a'.repeat(300), '😀'.repeat(5_000), 'x'.repeat(70_000), '\\"'.repeat(2_000), '-'.repeat(8_191)],
];

const IDS = [
  ...['lambeth', 'havering', 'redbridge', 'tri-borough', 'london-scp', 'E09000022', 'E09000016', 'LAM-38', 'HAV-14'],
  ...[
    'london-procedures',
    'london-procedures-2024',
    'outcomes-framework',
    'movement:none',
    'alert:unknown',
    'lambeth:executive',
  ],
  ...demonstrationMovements()
    .slice(0, 8)
    .map(({ id }) => id),
];

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const CURSORS = [
  ...[[], [null], {}, 0, 'x', [1e308], ['2025-02-14', '', ''], ['2026-01-01', 'lambeth'], ['\u0000'], [-1], [[]]].map(
    cursor,
  ),
  ...[['9'.repeat(400)], ['2025-02-30', 'x', 'y', 'z'], { length: 3 }, [true, false], ["' OR '1'='1"]].map(cursor),
  ...['', '!', 'e30', '====', 'bnVsbA', 'W10=', 'A'.repeat(9_999), '\u0000', 'undefined'],
];

const DATES = [
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '-2026-01-01',
  '2026-1-5',
  '275760-09-14',
  '0001-01-01',
  '',
  'now',
  '2026-13-01',
];
const INTS = [0, -1, 101, 1_000_000, 2_147_483_647, -2_147_483_648];
const BEYOND = [2 ** 31, -(2 ** 53), 1.5, 1e308];

/** References to entities, as the gateway sends them to a subgraph. */
const entity = (__typename: unknown, keys: object = {}) => ({ __typename, ...keys });
const ENTITIES: Values = {
  usual: [
    ...['lambeth', 'havering', 'x'].map((id) => entity('LambethPartnership', { id })),
    ...['havering', 'redbridge', 'tri-borough'].map((id) => entity('HaveringPartnership', { id })),
    ...IDS.map((id) => entity('ChildMovement', { id })),
    ...['E09000022', 'E09000033'].map((gssCode) => entity('LocalAuthority', { gssCode })),
    ...['Network', 'Procedure', 'ProcedureEdition', 'Body', 'Agency'].map((name) => entity(name, { id: 'x' })),
  ],
  hostile: [
    ...TEXTS.map((id) => entity('LambethPartnership', { id })),
    ...TEXTS.map((id) => entity('ChildMovement', { id })),
    ...TEXTS.slice(0, 30).map((name) => entity(name, { id: 'lambeth' })),
    ...[
      {},
      entity('LambethPartnership'),
      entity('Query'),
      entity('__Schema'),
      entity('LambethPartnership', { id: null }),
    ],
    ...[entity('ChildMovement', { id: { a: 1 } }), entity('ChildMovement', { id: ['x'] }), entity(7), entity(null)],
  ],
};

/** By scalar; and by argument, where a name says more than a type. */
const VALUES: Readonly<Record<string, Values>> = {
  after: { usual: CURSORS, hostile: TEXTS },
  first: { usual: [1, 2, 3, 5, 10, 100], hostile: INTS },
  ID: { usual: IDS, hostile: [...TEXTS, ...IDS.map((id) => `${id}\u0000`), 7] },
  String: { usual: ['safeguarding', 'A reason in words.', 'Lambeth', ...IDS], hostile: [...TEXTS, ...CURSORS] },
  Int: { usual: [1, 4, 12, 100], hostile: INTS },
  Float: { usual: [1, 0.5], hostile: [...INTS, ...BEYOND] },
  Boolean: { usual: [true, false], hostile: [true, false] },
  Pence: { usual: [1, 250_000, 3_087_200], hostile: [...INTS, ...BEYOND, '1'] },
  Date: { usual: ['2026-01-05', '2025-02-14', '2024-04-01', '2026-12-31'], hostile: [...DATES, ...TEXTS, 20260105] },
  DateTime: {
    usual: ['2026-01-05T09:00:00Z', '2025-06-30T23:59:59.999+01:00'],
    hostile: [
      ...DATES,
      ...TEXTS,
      '2026-01-05T25:00:00Z',
      '9999-12-31T23:59:59.999999999Z',
      '-000001-01-01T00:00:00Z',
      0,
    ],
  },
  PartialDate: { usual: ['2026', '2026-01', '2026-01-05'], hostile: [...DATES, ...TEXTS, '20260', 2026] },
  _Any: ENTITIES,
  FinancialYear: {
    usual: ['2025-26', '2024-25', '2026-27'],
    hostile: [...TEXTS, '2025-27', '9999-00', '0000-01', '1999-00', 2025],
  },
};

/** The values for an argument or input field. @throws Error for a scalar that has none */
export function valuesOf(name: string, scalar: string): Values {
  const values = (scalar === 'Int' || scalar === 'String' ? VALUES[name] : undefined) ?? VALUES[scalar];
  if (values === undefined) throw new Error(`${scalar} has no hostile values in hostile-values.ts.`);
  return values;
}

/** What no type takes, for variables: any of it may come as JSON. */
export const OF_NO_TYPE: readonly unknown[] = [
  null,
  {},
  [],
  [[null]],
  { __proto__: null, a: 1 },
  ...BEYOND,
  '\ud800',
  [true],
];

/** Texts for what is neither an argument nor a field: names of operations, headers, paths. */
export const HOSTILE_TEXTS = TEXTS;
