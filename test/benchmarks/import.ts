/** What it takes to import the meetings of many years: `npm run bench:import`. See README.md beside it. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { removeHubHome, startHub, type RunningHub } from '@hub/cli';
import { processorTimeOf } from './processor-time';
import { tableOf } from './table';

const CLI = resolve(__dirname, '../../../packages/cli/dist/main.js');
const PARTNERSHIP = 'havering';
/** What an import may take, in seconds, and each of the two programs that do it, in megabytes. */
const [SECONDS, MEGABYTES] = [60, 300];

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { meetings: { type: 'string', default: '100000' }, undo: { type: 'boolean' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  const hub = await startHub({ home: join(folder, 'home'), port: 0 });
  try {
    const [csv, workbook] = [join(folder, 'meetings.csv'), join(folder, 'meetings.xlsx')];
    const count = Number(values.meetings);
    await pipeline(Readable.from(csvLines(count)), createWriteStream(csv));
    await writeWorkbook(workbook, count);
    const runs = [
      await measure(hub, 'dry run', ['meeting', csv, '--dry-run']),
      await measure(hub, 'import', ['meeting', csv]),
      await measure(hub, 'the same again', ['meeting', csv]),
      await measure(hub, 'the same, of a workbook', ['meeting', workbook]),
      ...(values.undo ? [await measure(hub, 'undo', ['--undo', '1'])] : []),
    ];
    process.stdout.write(`${tableOf(runs.map(({ shown }) => shown))}\n`);
    const [, imported] = runs as [unknown, (typeof runs)[number]];
    if (imported.seconds < SECONDS && imported.megabytes < MEGABYTES) return;
    process.stderr.write(`The import takes ${SECONDS} s or ${MEGABYTES} MB, or more.\n`);
    process.exitCode = 1;
  } finally {
    await hub.stop();
    await removeHubHome(hub.home);
    await rm(folder, { recursive: true, force: true });
  }
}

const HEADER = [
  ...['Reference', 'Body ID', 'Held on', 'Attendance.1.role', 'Attendance.1.capacity', 'Attendance.1.agencyId'],
  ...['Attendance.2.role', 'Attendance.2.capacity', 'Agenda.1.kind', 'Agenda.1.title', 'Papers sent to'],
];
const BODIES = ['havering-executive', 'havering-partners-group'];

function meeting(number: number): string[] {
  const day = new Date(Date.UTC(1990, 0, 1 + (number % 13_000)));
  const heldOn = `${day.toISOString().slice(8, 10)}/${day.toISOString().slice(5, 7)}/${day.getUTCFullYear()}`;
  return [
    ...[`ARCHIVE/${number}`, BODIES[number % 2]!, heldOn],
    ...["Director of Children's Services", 'Member', 'havering:agency:havering-council-childrens-services'],
    ...['Secretary', 'Participant observer', 'Other', `Business of quarter ${(number % 4) + 1}`, 'Member;Lay member'],
  ];
}

function* csvLines(count: number): Generator<string> {
  yield `${HEADER.join(',')}\r\n`;
  for (let number = 1; number <= count; number++) yield `${meeting(number).join(',')}\r\n`;
}

async function writeWorkbook(file: string, count: number): Promise<void> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  async function* rows() {
    yield HEADER;
    for (let number = 1; number <= count; number++) yield meeting(number);
  }
  await pipeline(Readable.fromWeb(writeXlsxStream(rows(), { name: 'Meetings' }) as never), createWriteStream(file));
}

/** Runs the command, and looks at what it and the service take. */
async function measure(hub: RunningHub, name: string, args: readonly string[]) {
  const token = await hub.token('business-manager', { partnership: PARTNERSHIP, at: PARTNERSHIP });
  const { pid, ownUrl } = hub.subgraphs.get(PARTNERSHIP)!;
  const [begun, usedBefore] = [performance.now(), processorTimeOf(pid!) ?? NaN];
  const options = ['import', ...args, '--partnership', PARTNERSHIP, '--url', new URL(ownUrl!).origin, '--json'];
  const cli = spawn(process.execPath, [CLI, ...options], {
    env: { ...process.env, HUB_TOKEN: token },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let [peak, said] = [0, ''];
  cli.stdout.on('data', (text: Buffer) => (said += text.toString()));
  const timer = setInterval(() => (peak = Math.max(peak, residentPeak(cli.pid!))), 100);
  const code = await new Promise<number | null>((done) => cli.once('close', done));
  clearInterval(timer);
  const seconds = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`${name} ended with ${code}: ${said.slice(0, 1000)}`);
  const { rows, recorded, unchanged, withdrawn } = JSON.parse(said) as Record<string, number>;
  const service = residentPeak(pid!);
  const used = ((processorTimeOf(pid!) ?? NaN) - usedBefore) / 1000;
  const shown = {
    ...{
      what: name,
      rows: String(rows ?? withdrawn),
      recorded: String(recorded ?? ''),
      unchanged: String(unchanged ?? ''),
    },
    ...{
      seconds: seconds.toFixed(1),
      'processor of the service, s': used.toFixed(1),
      'service, peak MB': service.toFixed(0),
      'command, peak MB': peak.toFixed(0),
    },
  };
  return { seconds, megabytes: Math.max(service, peak), shown };
}

/** The most memory that a process has had, in megabytes, as Linux counts it; 0 where it has ended. */
function residentPeak(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

void main();
