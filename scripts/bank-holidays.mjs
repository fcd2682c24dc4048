/**
 * Brings the bank holidays by which working days are counted up to what GOV.UK publishes: `npm run bank-holidays`, or with the
 * path of a file of https://www.gov.uk/bank-holidays.json where this machine may not fetch it. Years that GOV.UK no longer
 * publishes stay. Plain Node, as it needs nothing that is built.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const PUBLISHED = 'https://www.gov.uk/bank-holidays.json';
const TABLE = new URL('../packages/contract/src/calendar/bank-holiday-rows.ts', import.meta.url);
/** How many a year has at least, one-off holidays apart: a year with fewer is not published as a whole. */
const LEAST_A_YEAR = 8;
const ROW = /^ {2}\['(\d{4}-\d{2}-\d{2})', '(.*)'\],$/gm;

try {
  const table = readFileSync(TABLE, 'utf8');
  const known = [...table.matchAll(ROW)].map(([, day, name]) => ({ day, name }));
  const published = publishedRows(await publishedText(process.argv[2]));
  const rows = renewed(known, published);
  const [head] = table.split(/^ {2}\[/m);
  const lines = rows.map(({ day, name }) => `  ['${day}', '${name}'],\n`);
  writeFileSync(TABLE, `${head}${lines.join('')}];\n`);
  process.stdout.write(
    `Bank holidays are known until ${yearOf(rows.at(-1))}-12-31: ${without(rows, known)} added or renamed, ` +
      `${without(known, rows)} gone. Test, release, and start the hub again.\n`,
  );
} catch (error) {
  process.stderr.write(`The bank holidays stay as they were. ${error.message}\n`);
  process.exitCode = 1;
}

/** What GOV.UK publishes, as it stands in a file or at its address. */
async function publishedText(file) {
  if (file) return readFileSync(file, 'utf8');
  const remedy = `Download ${PUBLISHED} elsewhere, and give the path of the file.`;
  const response = await fetch(PUBLISHED, { signal: AbortSignal.timeout(30_000) }).catch((error) => {
    throw new Error(`${PUBLISHED} does not answer (${error.cause?.code ?? error.name}). ${remedy}`);
  });
  if (!response.ok) throw new Error(`${PUBLISHED} answers ${response.status}. ${remedy}`);
  return response.text();
}

/** The rows of England and Wales, in the order of days. */
function publishedRows(text) {
  const events = JSON.parse(text)['england-and-wales']?.events;
  if (!Array.isArray(events))
    throw new Error(`This is not what ${PUBLISHED} gives: it has no events of England and Wales.`);
  const rows = events.map(({ date, title, notes }) => {
    const name = notes === 'Substitute day' ? `${title} (substitute day)` : title;
    const isWeekday = ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isWeekday) throw new Error(`${date} is no day from Monday to Friday.`);
    if (typeof title !== 'string' || !/^[^'\\\n]+$/.test(name))
      throw new Error(`The name of ${date} is no plain text.`);
    return { day: date, name };
  });
  return rows.sort((one, other) => (one.day < other.day ? -1 : 1));
}

/** The rows known, of which the years published are replaced as a whole. */
function renewed(known, published) {
  const years = [...new Set(published.map(yearOf))];
  for (const year of years) {
    const count = published.filter((row) => yearOf(row) === year).length;
    if (count < LEAST_A_YEAR)
      throw new Error(`${year} has ${count} bank holidays, and a whole year has at least ${LEAST_A_YEAR}.`);
  }
  const rows = [...known.filter((row) => !years.includes(yearOf(row))), ...published];
  rows.sort((one, other) => (one.day < other.day ? -1 : 1));
  const all = [...new Set(rows.map(yearOf))].map(Number);
  const missing = all.find((year, index) => index > 0 && year !== all[index - 1] + 1);
  if (missing) throw new Error(`Nothing is known of ${missing - 1}. Give a file that has it.`);
  return rows;
}

function yearOf({ day }) {
  return day.slice(0, 4);
}

/** How many rows others do not have. */
function without(rows, others) {
  return rows.filter(({ day, name }) => !others.some((other) => other.day === day && other.name === name)).length;
}
