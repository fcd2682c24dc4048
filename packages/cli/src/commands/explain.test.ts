import { EXPLAINED } from '@hub/registry';
import { run } from '../main';

let stdout: string;
let stderr: string;

beforeEach(() => {
  [stdout, stderr] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true));
});
afterEach(() => jest.restoreAllMocks());

it('lists the codes', async () => {
  expect(await run(['explain'])).toBe(0);
  expect(stdout).toBe(`${EXPLAINED.join('\n')}\n`);
});

it.each(EXPLAINED)('explains %s', async (code) => {
  expect(await run(['explain', code])).toBe(0);
  expect(stdout).toMatch(new RegExp(`^${code}\n\nWhat it means: .+\n\nWhy: .+\n\nHow to mend it: .+\n`));
  expect(stdout).not.toMatch(/\{\w+\}/);
});

it('gives the same as JSON, and takes small letters', async () => {
  expect(await run(['explain', 'type_not_own', '--json'])).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ code: 'TYPE_NOT_OWN', example: { before: expect.any(String) } });
});

it('asks back where a code is not known', async () => {
  expect(await run(['explain', 'TYPE_NOT_OWNED'])).toBe(1);
  expect(stderr).toContain('There is no code TYPE_NOT_OWNED. Is TYPE_NOT_OWN meant?');
});
