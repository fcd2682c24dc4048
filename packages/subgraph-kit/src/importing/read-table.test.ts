import { Readable } from 'node:stream';
import { encode } from 'iconv-lite';
import fc from 'fast-check';
import { readTable } from './read-table';
import { spool } from './spool';
import type { TableRow } from './table-row';

const LINES = [
  ['Reference', 'Role'],
  ['A/1', 'Director – Children’s Services, Żółw; naïve "quoted"'],
  ['A/2', 'two\nlines'],
];

async function read(bytes: Uint8Array): Promise<TableRow[]> {
  // In small parts, so that characters are cut in two.
  const parts = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, place) =>
    bytes.slice(place * 7, place * 7 + 7),
  );
  const file = await spool(Readable.from(parts.map((part) => Buffer.from(part))) as AsyncIterable<Buffer>);
  try {
    const rows: TableRow[] = [];
    for await (const row of readTable(file)) rows.push(row);
    return rows;
  } finally {
    await file.close();
  }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (lines: readonly (readonly string[])[], separator: string, end = '\r\n') =>
  lines.map((cells) => cells.map(quoted).join(separator) + end).join('');
const numbered = (lines: readonly (readonly string[])[]) => lines.map((cells, place) => ({ row: place + 1, cells }));

describe('the encodings of offices', () => {
  const plain = LINES.map((cells) => cells.map((cell) => cell.replace('Żółw', 'Zolw')));
  it.each([
    ['UTF-8', LINES, (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', LINES, (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with its mark', LINES, (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Windows-1252', plain, (text: string) => encode(text, 'win1252')],
  ] as const)('%s is read, with comma, semicolon and tab', async (_name, lines, bytesOf) => {
    for (const separator of [',', ';', '\t']) {
      expect(await read(bytesOf(csv(lines, separator)))).toEqual(numbered(lines));
    }
  });

  it.each([
    ['UTF-16LE without its mark', Buffer.from(csv(LINES, ','), 'utf16le'), 'ENCODING_UNKNOWN'],
    ['a byte that is no character of Windows-1252', Buffer.from([0x41, 0x81, 0x0a]), 'ENCODING_UNKNOWN'],
    ['a workbook of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'FILE_UNREADABLE'],
    ['a workbook that is cut off', Buffer.from('PK\u0003\u0004 and no more'), 'FILE_UNREADABLE'],
    ['a quotation mark that does not close', Buffer.from('a,b\r\n"1,2\r\n'), 'FILE_UNREADABLE'],
  ])('%s is refused', async (_name, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });

  it('is refused where it is larger than may be', async () => {
    const parts = Readable.from([Buffer.alloc(8), Buffer.alloc(8)]);
    await expect(spool(parts, 15)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

test('whatever stands in the cells is read as it was written', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\r\n\0\uFEFF]/.test(text));
  const table = fc.integer({ min: 2, max: 4 }).chain((width) => {
    return fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 });
  });
  const form = fc.record({ separator: fc.constantFrom(',', ';', '\t'), end: fc.constantFrom('\n', '\r\n') });
  await fc.assert(
    fc.asyncProperty(table, form, fc.constantFrom('utf8', 'utf16le'), async (lines, { separator, end }, encoding) => {
      const header = lines[0]!.map((_, place) => `column ${place}`);
      const text = csv([header, ...lines], separator, end);
      const bytes = Buffer.from(encoding === 'utf8' ? text : `\uFEFF${text}`, encoding as BufferEncoding);
      expect(await read(bytes)).toEqual(numbered([header, ...lines]));
    }),
  );
});

test('the first sheet of a workbook is read, with its days', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const rows = [
    ['Reference', 'Held on', 'Pence', 'Late'],
    ['A/1', new Date('2026-05-01T00:00:00Z'), 1250, true],
    [],
    ['A/2', new Date('1904-02-29T00:00:00Z'), 0.5, null],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Meetings', rows },
      { name: 'Other', rows: [['no']] },
    ],
  } as never);
  const read1 = await read(bytes);
  expect(read1.filter(({ cells }) => cells.some((cell) => cell !== null))).toEqual([
    { row: 1, cells: rows[0] },
    { row: 2, cells: rows[1] },
    { row: 4, cells: expect.arrayContaining(rows[3]!.slice(0, 3)) },
  ]);
});

test('a workbook that says that it holds more than may be is refused before it is unpacked', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'Meetings', rows: [['Reference'], ['A/1']] }] }));
  expect(await read(bytes)).toHaveLength(2);
  bytes.writeUInt32LE(300 * 2 ** 20, bytes.lastIndexOf('PK\u0001\u0002') + 24);
  await expect(read(bytes)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
});
