import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { logLines } from './log-lines';

describe('the lines of a log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-lines-'));
  let file: string;
  let ends: () => void;
  const written = () =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { msg: string }).msg);

  beforeEach(() => {
    jest.useFakeTimers();
    file = join(folder, `${expect.getState().currentTestName!.replace(/\W+/g, '-')}.log`);
    jest.spyOn(process, 'once').mockImplementation((event, listener) => {
      if (event === 'exit') ends = listener as () => void;
      return process;
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('wait for each other, and not for long', () => {
    const log = pino({}, logLines(file));
    log.info('one');
    log.info('two');
    expect(written()).toEqual([]);
    jest.advanceTimersByTime(200);
    expect(written()).toEqual(['one', 'two']);
    log.info('three');
    jest.advanceTimersByTime(200);
    expect(written()).toEqual(['one', 'two', 'three']);
  });

  it('do not wait behind a warning, also not of a logger for one request', () => {
    const log = pino({}, logLines(file));
    log.info('one');
    log.child({ requestId: 'a' }).warn('look');
    expect(written()).toEqual(['one', 'look']);
    log.error('look again');
    expect(written()).toEqual(['one', 'look', 'look again']);
    log.info('two');
    expect(written()).not.toContain('two');
  });

  it('are written when the process ends', () => {
    const log = pino({}, logLines(file));
    log.info('the last');
    ends();
    expect(written()).toEqual(['the last']);
  });

  it('do not wait where there are many', () => {
    const log = pino({}, logLines(file));
    for (let line = 0; line < 1000; line++) log.info(`line ${line}`);
    const early = written().length;
    expect(early).toBeGreaterThan(0);
    ends();
    expect(written()).toEqual(Array.from({ length: 1000 }, (_, line) => `line ${line}`));
  });
});
