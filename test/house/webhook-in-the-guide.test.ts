import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signRequest } from '../../subgraphs/london-scp/src/movements/webhooks/sign-request';
import { WebhookReader } from '../support/vendor/receive-webhook.mjs';

/** The key of RFC 9421, B.1.4: everybody has it. */
const JWK = {
  ...{ kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' },
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
};
const kid = 'test-key-ed25519';
const SENT_AT = new Date('2026-10-30T12:00:01Z');

const guide = readFileSync(join(__dirname, '../../docs/guides/plain-http.md'), 'utf8');
const [head = '', body = ''] = /```http\n(.*?)\n```/s.exec(guide)![1]!.split('\n\n');
const [request, ...lines] = head.split('\n');
const headers = Object.fromEntries(
  lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
);
const [method = '', path = ''] = request!.split(' ');
const url = new URL(path, `https://${headers['host']}`);

it('the webhook of the guide is what the hub sends', () => {
  const key = { kid, privateKey: createPrivateKey({ key: JWK, format: 'jwk' }) };
  const unsigned = { method, url, contentType: 'application/json', body, sentAt: SENT_AT };
  expect(headers).toEqual({ host: url.host, ...signRequest(unsigned, [key]) });
});

describe('whoever reads it by the guide', () => {
  const { d: _, ...published } = JWK;
  const read = (changed: { address?: string; body?: string; headers?: object } = {}) =>
    new WebhookReader(changed.address ?? url.href, async () => ({ keys: [{ ...published, kid }] })).read({
      ...{ method, headers: { ...headers, ...changed.headers } },
      body: Buffer.from(changed.body ?? body),
    });
  beforeEach(() => void jest.useFakeTimers({ now: SENT_AT, doNotFake: ['nextTick', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  it('takes it', async () => {
    expect(await read()).toEqual({ message: JSON.parse(body), isNew: true });
  });

  it.each([
    ['another body', { body: body.replace('movement:', 'movement:X') }, 'The body is not'],
    [
      'what was sent to another',
      { address: 'https://cms.redbridge.example/movements' },
      "The signature is not the hub's",
    ],
    [
      'another time',
      { headers: { 'signature-input': headers['signature-input']?.replace('created=1', 'created=2') } },
      'too old',
    ],
    [
      'what is signed for something else',
      { headers: { 'signature-input': headers['signature-input']?.replace('webhook', 'x') } },
      'something else',
    ],
    [
      'what is signed in part',
      { headers: { 'signature-input': headers['signature-input']?.replace('"@target-uri" ', '') } },
      'Too little',
    ],
    ['what is not signed', { headers: { signature: undefined } }, 'not signed'],
  ])('does not take %s', async (_what, changed, why) => {
    await expect(read(changed)).rejects.toThrow(why);
  });

  it('does not take it five minutes later', async () => {
    jest.setSystemTime(SENT_AT.getTime() + 301_000);
    await expect(read()).rejects.toThrow('too old');
  });
});
