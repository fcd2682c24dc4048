import { askRegistry } from './registry-client';

const KEY = 'HUB_REGISTRY_KEY';
afterEach(() => {
  delete process.env[KEY];
  jest.restoreAllMocks();
});

it.each([
  'http://hub.example',
  'http://10.0.0.1:4000',
  'http://127.0.0.1.hub.example',
  'ftp://127.0.0.1',
  'hub.example',
])('sends a key over https, or within this machine, and not to %s', async (url) => {
  process.env[KEY] = 'hub_1_secret';
  const send = jest.spyOn(globalThis, 'fetch');
  await expect(askRegistry({ url }, 'me')).rejects.toMatchObject({ code: 'REGISTRY_URL' });
  expect(send).not.toHaveBeenCalled();
});

it.each(['https://hub.example', 'http://127.0.0.1:4000', 'http://[::1]:4000', 'http://localhost:4000'])(
  'sends it to %s, and follows it nowhere else',
  async (url) => {
    process.env[KEY] = 'hub_1_secret';
    const send = jest.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ kind: 'OPERATOR' }));
    expect(await askRegistry({ url }, 'me')).toEqual({ kind: 'OPERATOR' });
    const [asked, { headers, redirect } = {}] = send.mock.calls[0]!;
    expect([String(asked), headers, redirect]).toEqual([
      `${new URL(url).origin}/registry/me`,
      { authorization: 'Bearer hub_1_secret' },
      'error',
    ]);
  },
);
