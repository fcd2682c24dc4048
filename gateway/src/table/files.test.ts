import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { readXlsx } from 'hucre/xlsx';
import { csvFile } from './csv-file';
import type { Column } from './table-shape';
import type { Cell } from './units';
import { xlsxFile } from './xlsx-file';

const pounds: Column = { heading: 'paid (£)', unit: { sign: '£', format: '#,##0.00' }, isDemonstration: false };
const plain: Column = { heading: 'name', unit: null, isDemonstration: false };
const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];

/** With its mark, which a decoder of text would take away. */
const textOf = async (file: Readable) => (await buffer(file)).toString();

async function* linesOf(...lines: Cell[][]) {
  yield* lines;
}

describe('a CSV file', () => {
  it('is in UTF-8 with its mark, with quotes where they are needed', async () => {
    const lines = linesOf(['name', 'paid (£)'], ['“Lambeth”, é', 12.5], ['a "b"\nc', null], ['', true]);
    expect(await textOf(csvFile(lines))).toBe(
      '\uFEFFname,paid (£)\r\n"“Lambeth”, é",12.5\r\n"a ""b""\nc",\r\n,true\r\n',
    );
  });

  it('has nothing that a spreadsheet would run, and numbers below zero as numbers', async () => {
    const written = await textOf(csvFile(linesOf(...FORMULAS.map((formula): Cell[] => [formula]), [-1.5])));
    const cells = written.slice(1).split('\r\n').slice(0, -1);
    expect(cells).toHaveLength(FORMULAS.length + 1);
    for (const cell of cells.slice(0, -1)) expect(cell).toMatch(/^"?'/);
    expect(cells.at(-1)).toBe('-1.5');
  });

  it('fails where its lines do', async () => {
    async function* broken(): AsyncGenerator<Cell[]> {
      yield ['name'];
      throw new Error('broken');
    }
    await expect(textOf(csvFile(broken()))).rejects.toThrow('broken');
  });
});

describe('an Excel workbook', () => {
  const read = async (lines: AsyncIterable<Cell[]>) => {
    const { sheets } = await readXlsx(await buffer(await xlsxFile(lines, [plain, pounds])));
    return sheets;
  };

  it('has one sheet with the lines, text as text and numbers as numbers', async () => {
    const lines: Cell[][] = [
      ['name', 'paid (£)'],
      ['Lambeth, é & <b>', 12.5],
      [true, -1],
      ...FORMULAS.map((one): Cell[] => [one, null]),
    ];
    const sheets = await read(linesOf(...lines));
    expect(sheets).toHaveLength(1);
    const rows = sheets[0]!.rows.map((row) => [row[0] ?? null, row[1] ?? null]);
    expect(rows).toEqual(lines);
  });

  it('cuts a text that Excel would not open', async () => {
    const [sheet] = await read(linesOf(['x'.repeat(40_000), null]));
    expect(String(sheet!.rows[0]![0])).toHaveLength(32_767);
  });

  it('fails where its lines do', async () => {
    const broken = Readable.from([['name']]).map(() => {
      throw new Error('broken');
    });
    await expect(read(broken)).rejects.toThrow('broken');
  });
});
