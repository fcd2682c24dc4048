import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { readStartEnvironment } from '../config/env';
import { HubError, reasonOf } from '../errors';
import { askOwnService, originIn, type OwnService } from '../importing/own-service';
import { describeRecord, type RecordDescription } from '../importing/record-template';
import { hubHome } from '../system/hub-home';

const WORKSPACE = resolve(__dirname, '../../../..');

interface Options {
  partnership: string;
  url?: string;
  dryRun?: boolean;
  map: string[];
  template?: string | true;
  undo?: string;
  list?: boolean;
  json?: boolean;
}

interface RowProblem {
  row: number;
  column: string | null;
  code: string;
  message: string;
}

/** What came of an import, or of undoing one. */
interface Done {
  id: string | null;
  record: string;
  isDryRun?: boolean;
  rows?: number;
  recorded?: number;
  unchanged?: number;
  withdrawn?: number;
  problemCount: number;
  problems: readonly RowProblem[];
}

interface Listed {
  id: string;
  record: string;
  fileName: string;
  recorded: number;
  importedAt: string;
  person: string | null;
  undoneAt: string | null;
}

/** `hub import`: records of a partnership from a spreadsheet. */
export function importCommand(finish: (code: number) => void): Command {
  const several = (value: string, before: string[]) => [...before, value];
  return new Command('import')
    .description("record what a spreadsheet (CSV or .xlsx) holds at a partnership's own service, all of it or nothing")
    .argument('[record]', 'what each row is, as meeting')
    .argument('[file]', 'the spreadsheet')
    .requiredOption('--partnership <id>', 'the partnership, as lambeth')
    .option('--url <origin>', 'where its own service is (default: that of the running hub)')
    .option('--dry-run', 'say what would come of it, and store nothing')
    .option(
      '--map <header=column>',
      'to which column a header belongs; none leaves it out; may be repeated',
      several,
      [],
    )
    .option('--template [record]', 'print the header of a record, or the names of all')
    .option('--undo <id>', 'withdraw what an import recorded, all of it or nothing')
    .option('--list', 'list the latest imports')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nHUB_TOKEN says who imports. Example:\n  hub import meeting meetings.csv --partnership lambeth --dry-run',
    )
    .action(async (record: string | undefined, file: string | undefined, options: Options) => {
      const service = { url: options.url ?? (await ownOrigin(options.partnership)), token: tokenFor(options) };
      finish(await act(service, record, file, options));
    });
}

async function act(service: OwnService, record: string | undefined, file: string | undefined, options: Options) {
  const { template, undo, list, json = false } = options;
  if (template !== undefined) return printTemplate(service, template === true ? null : template, json);
  if (list) return printList(service, json);
  if (undo !== undefined) {
    const path = `/own/imports/${encodeURIComponent(undo)}/undo`;
    return printDone(await askOwnService<Done>(service, { method: 'POST', path }, sayProgress), json);
  }
  if (record === undefined || file === undefined) throw new HubError('IMPORT_NOTHING');
  return printDone(await sendFile(service, record, file, options), json);
}

async function sendFile(service: OwnService, record: string, file: string, { map, dryRun }: Options): Promise<Done> {
  const bytes = await stat(file).then(
    ({ size }) => size,
    (error: unknown) => {
      throw new HubError('IMPORT_FILE', { file, reason: reasonOf(error) });
    },
  );
  const asked = new URLSearchParams({
    ...{ record, file: basename(file), map: JSON.stringify(Object.fromEntries(map.map(mapped))) },
    ...(dryRun && { dryRun: 'true' }),
  });
  const path = `/own/imports?${asked.toString()}`;
  return askOwnService<Done>(service, { method: 'POST', path, body: createReadStream(file), bytes }, sayProgress);
}

function mapped(value: string): [header: string, column: string] {
  const place = value.lastIndexOf('=');
  if (place <= 0) throw new HubError('IMPORT_MAP', { value });
  return [value.slice(0, place), value.slice(place + 1)];
}

const sayProgress = (rows: number) => void process.stderr.write(`${rows} rows…\n`);
const say = (line: string) => void process.stdout.write(`${line}\n`);

function printDone(done: Done, json: boolean): number {
  const { id, problemCount, problems, withdrawn, rows, recorded, unchanged, isDryRun } = done;
  if (json) say(JSON.stringify(done));
  else {
    for (const { row, column, code, message } of problems) {
      say(`row ${row}${column === null ? '' : `, ${column}`}: ${code}. ${message}`);
    }
    if (problemCount > problems.length) say(`… and ${problemCount - problems.length} more.`);
    if (problemCount > 0) say(`Nothing was stored: ${problemCount} problems. Mend them, and send it again.`);
    else if (withdrawn !== undefined) say(`Import ${id} is undone: ${withdrawn} withdrawn.`);
    else {
      const what = id !== null ? `Import ${id}` : isDryRun ? 'Dry run, nothing was stored' : 'Nothing was new';
      say(`${what}: ${rows} rows, ${recorded} recorded, ${unchanged} recorded before.`);
    }
  }
  return problemCount > 0 ? 1 : 0;
}

async function printList(service: OwnService, json: boolean): Promise<number> {
  const { imports } = await askOwnService<{ imports: Listed[] }>(service, { path: '/own/imports' });
  if (json) say(JSON.stringify(imports));
  else if (imports.length === 0) say('Nothing was imported.');
  else
    for (const { id, record, fileName, recorded, importedAt, person, undoneAt } of imports) {
      const undone = undoneAt === null ? '' : `, undone ${undoneAt}`;
      say(`${id}: ${recorded} of ${record} from ${fileName}, ${importedAt}, by ${person}${undone}`);
    }
  return 0;
}

async function printTemplate(service: OwnService, record: string | null, json: boolean): Promise<number> {
  const { records } = await askOwnService<{ records: RecordDescription[] }>(service, { path: '/own/imports/records' });
  if (record === null) {
    for (const one of records) say(json ? JSON.stringify(one) : one.record);
    return 0;
  }
  const found = records.find((one) => one.record === record || one.mutation === record);
  if (!found?.columns) {
    const names = records.map((one) => one.record).join(', ');
    const message =
      found?.tooNested ?? `There is no record "${record}" that you may import. Give one of ${names || 'none'}.`;
    throw new HubError('IMPORT_REFUSED', { code: 'RECORD_UNKNOWN', message });
  }
  if (json) say(JSON.stringify(found));
  else {
    process.stderr.write(describeRecord(found));
    say(found.columns.map(({ header }) => header).join(','));
  }
  return 0;
}

function tokenFor({ partnership }: Options): string {
  const token = process.env['HUB_TOKEN'];
  if (!token) throw new HubError('IMPORT_TOKEN_MISSING', { partnership });
  return token;
}

function ownOrigin(partnership: string): Promise<string> {
  const { ports } = hubHome(readStartEnvironment(process.env).home ?? join(WORKSPACE, '.hub'));
  return originIn(ports, partnership);
}
