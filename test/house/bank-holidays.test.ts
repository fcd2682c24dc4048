import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BANK_HOLIDAYS_TO, ENGLAND_BANK_HOLIDAYS } from '@hub/contract';

const ROOT = join(__dirname, '..', '..');
const [SCRIPT, TABLE] = ['scripts/bank-holidays.mjs', 'packages/contract/src/calendar/bank-holiday-rows.ts'];
const LAST = Number(BANK_HOLIDAYS_TO.slice(0, 4));

interface Published {
  title: string;
  date: string;
  notes: string;
  bunting: boolean;
}

/** As GOV.UK publishes it, of the years from one to another as they are known. */
const publishedOf = (from: number, to: number): Published[] =>
  [...ENGLAND_BANK_HOLIDAYS]
    .filter(([day]) => Number(day.slice(0, 4)) >= from && Number(day.slice(0, 4)) <= to)
    .map(([date, name]) => ({
      ...{ title: name.replace(' (substitute day)', ''), date, bunting: true },
      notes: name.endsWith('(substitute day)') ? 'Substitute day' : '',
    }));
/** A year of weekdays, as a later year may be published. */
const yearOf = (year: number, count = 8): Published[] =>
  Array.from({ length: count }, (_, month) => {
    const first = new Date(Date.UTC(year, month, 1));
    first.setUTCDate(1 + ((8 - first.getUTCDay()) % 7));
    return { title: `Holiday ${month + 1}’s day`, date: first.toISOString().slice(0, 10), notes: '', bunting: false };
  });

describe('the bank holidays as GOV.UK publishes them', () => {
  let house: string;
  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'bank-holidays-'));
    for (const file of [SCRIPT, TABLE]) {
      mkdirSync(join(house, file, '..'), { recursive: true });
      cpSync(join(ROOT, file), join(house, file));
    }
  });
  afterEach(() => rmSync(house, { recursive: true }));

  const table = () => readFileSync(join(house, TABLE), 'utf8');
  function run(events: unknown) {
    const file = join(house, 'bank-holidays.json');
    writeFileSync(
      file,
      JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events }, scotland: {} }),
    );
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(house, SCRIPT), file], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  }

  it('leave the table as it is where nothing has changed', () => {
    expect(run(publishedOf(LAST - 3, LAST))).toMatchObject({ status: 0, said: expect.stringContaining('0 added') });
    expect(table()).toBe(readFileSync(join(ROOT, TABLE), 'utf8'));
  });

  it('add a year, and a day that was proclaimed, and keep the years that are published no more', () => {
    const proclaimed = { title: 'A coronation', date: `${LAST}-11-${dayFrom(LAST, 10, 8)}`, notes: '', bunting: true };
    const { status, said } = run([...publishedOf(LAST - 1, LAST), proclaimed, ...yearOf(LAST + 1)]);
    expect({ status, said }).toEqual({
      status: 0,
      said: `Bank holidays are known until ${LAST + 1}-12-31: 9 added or renamed, 0 gone. Test, release, and start the hub again.\n`,
    });
    expect(table()).toContain(`  ['${proclaimed.date}', 'A coronation'],\n`);
    expect(table()).toContain(`['2019-01-01', 'New Year’s Day']`);
    expect(table().match(/^ {2}\[/gm)).toHaveLength(ENGLAND_BANK_HOLIDAYS.size + 9);
  });

  it('take a day away that was moved', () => {
    const date = `${LAST}-05-${dayFrom(LAST, 4, 10)}`;
    const moved = publishedOf(LAST, LAST).map((event, index) => (index === 3 ? { ...event, date } : event));
    expect(run(moved).said).toContain('1 added or renamed, 1 gone');
  });

  it.each<[string, unknown, RegExp]>([
    ['a year that is not whole', [...publishedOf(LAST, LAST), ...yearOf(LAST + 1, 7)], /7 bank holidays/],
    ['a year after a gap', yearOf(LAST + 2), /Nothing is known of/],
    ['a day on a weekend', [{ title: 'Day', date: '2026-11-28', notes: '' }], /no day from Monday to Friday/],
    ['another file', undefined, /no events of England and Wales/],
  ])('are not taken from %s, and the table stays', (_, events, problem) => {
    const { status, said } = run(events);
    expect(status).toBe(1);
    expect(said).toMatch(problem);
    expect(said).toMatch(/^The bank holidays stay as they were\. /);
    expect(table()).toBe(readFileSync(join(ROOT, TABLE), 'utf8'));
  });
});

/** The first weekday of a month from a day on, as two digits. */
function dayFrom(year: number, month: number, day: number): string {
  const date = new Date(Date.UTC(year, month, day));
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
  return String(date.getUTCDate()).padStart(2, '0');
}
