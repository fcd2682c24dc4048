import { EXPLAINED } from '@hub/registry';
import { capturedOutput } from '../../testing/captured-output';
import { run } from '../main';

const written = capturedOutput();

it('lists the codes', async () => {
  expect(await run(['explain'])).toBe(0);
  expect(written.stdout).toBe(`${EXPLAINED.join('\n')}\n`);
});

it.each(EXPLAINED)('explains %s', async (code) => {
  expect(await run(['explain', code])).toBe(0);
  expect(written.stdout).toMatch(new RegExp(`^${code}\n\nWhat it means: .+\n\nWhy: .+\n\nHow to mend it: .+\n`));
  expect(written.stdout).not.toMatch(/\{\w+\}/);
});

it('gives the same as JSON, and takes small letters', async () => {
  expect(await run(['explain', 'type_not_own', '--json'])).toBe(0);
  expect(JSON.parse(written.stdout)).toMatchObject({ code: 'TYPE_NOT_OWN', example: { before: expect.any(String) } });
});

it('asks back where a code is not known', async () => {
  expect(await run(['explain', 'TYPE_NOT_OWNED'])).toBe(1);
  expect(written.stderr).toContain('There is no code TYPE_NOT_OWNED. Is TYPE_NOT_OWN meant?');
});
