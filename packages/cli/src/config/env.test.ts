import { readStartEnvironment } from './env';

test('defaults', () => expect(readStartEnvironment({ PORT: '' })).toEqual({ port: 4000, home: undefined, demo: true }));

test('values', () => {
  const env = { PORT: '4010', HUB_HOME: '/tmp/hub', HUB_DEMO: '0' };
  expect(readStartEnvironment(env)).toEqual({ port: 4010, home: '/tmp/hub', demo: false });
});

test.each(['65536', '-1', '4000a', '1.5', 'http'])('PORT=%s is refused in words', (PORT) => {
  expect(() => readStartEnvironment({ PORT })).toThrow(`and is "${PORT}"`);
});

test.each(['false', 'yes', '2'])('HUB_DEMO=%s is refused in words', (HUB_DEMO) => {
  expect(() => readStartEnvironment({ HUB_DEMO })).toThrow(`HUB_DEMO must be 0 or 1, and is "${HUB_DEMO}"`);
});
