import { KeyObject } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keySource, type KeySource } from './key-source';
import { createSigningKeys, publicJwks, type SigningKeys } from './signing-keys';

let folder: string;
let old: SigningKeys;
let young: SigningKeys;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-access-'));
  old = await createSigningKeys(join(folder, 'old.json'));
  young = await createSigningKeys(join(folder, 'young.json'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const published = (...all: SigningKeys[]) => JSON.stringify({ keys: all.flatMap((keys) => publicJwks(keys).keys) });
const found = (source: KeySource, [{ kid }]: SigningKeys) => source({ alg: 'EdDSA', kid });

describe('the keys of a file', () => {
  const path = () => join(folder, 'jwks.json');

  it('are found by name, the same object each time', async () => {
    writeFileSync(path(), published(old, young));
    const source = keySource(path());
    const key = await found(source, old);
    expect(key).toBeInstanceOf(KeyObject);
    expect(key.export({ format: 'jwk' }).x).toBe(publicJwks(old).keys[0]!.x);
    expect(await found(source, old)).toBe(key);
  });

  it('follow the file: what is added is known at once, what is removed is not known any more', async () => {
    writeFileSync(path(), published(old));
    const source = keySource(path());
    await expect(found(source, young)).rejects.toMatchObject({ reason: 'KEY_UNKNOWN' });
    writeFileSync(path(), published(young, old));
    expect(await found(source, young)).toBeInstanceOf(KeyObject);
    writeFileSync(path(), published(young));
    await expect(found(source, old)).rejects.toMatchObject({ reason: 'KEY_UNKNOWN' });
  });

  it('are unavailable, and not unknown, while the file is missing or half written; then they are back', async () => {
    rmSync(path(), { force: true });
    const source = keySource(path());
    await expect(found(source, old)).rejects.toMatchObject({ reason: 'KEYS_UNAVAILABLE', code: 'UNAUTHENTICATED' });
    writeFileSync(path(), published(old).slice(0, 40));
    await expect(found(source, old)).rejects.toMatchObject({ reason: 'KEYS_UNAVAILABLE' });
    writeFileSync(path(), published(old));
    expect(await found(source, old)).toBeInstanceOf(KeyObject);
  });

  it('are not taken from a file of private keys', async () => {
    writeFileSync(path(), readFileSync(join(folder, 'old.json')));
    await expect(found(keySource(path()), old)).rejects.toMatchObject({ reason: 'KEYS_UNAVAILABLE' });
  });
});

describe('the keys at a URL', () => {
  let server: Server;
  let answer: string;
  let asked: number;

  beforeEach(async () => {
    asked = 0;
    answer = published(old);
    server = createServer((_, response) => {
      asked++;
      response.end(answer);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });

  afterEach(async () => {
    jest.useRealTimers();
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  const source = () => keySource(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`);

  it('are asked for once', async () => {
    const keys = source();
    expect(await found(keys, old)).toBe(await found(keys, old));
    expect(asked).toBe(1);
  });

  it('are asked for anew when one is unknown, but not for every stranger', async () => {
    const now = Date.now();
    jest.useFakeTimers({
      now,
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'clearTimeout', 'queueMicrotask'],
    });
    const keys = source();
    await found(keys, old);
    answer = published(young);
    for (let stranger = 0; stranger < 20; stranger++) {
      await expect(found(keys, young)).rejects.toMatchObject({ reason: 'KEY_UNKNOWN' });
    }
    expect(asked).toBe(1);
    jest.setSystemTime(now + 31_000);
    expect(await found(keys, young)).toBeInstanceOf(KeyObject);
    await expect(found(keys, old)).rejects.toMatchObject({ reason: 'KEY_UNKNOWN' });
    expect(asked).toBe(2);
  });

  it('are unavailable while nobody answers, or with something else', async () => {
    answer = '<html>';
    await expect(found(source(), old)).rejects.toMatchObject({ reason: 'KEYS_UNAVAILABLE' });
    await expect(found(keySource('http://127.0.0.1:1/jwks.json'), old)).rejects.toMatchObject({
      reason: 'KEYS_UNAVAILABLE',
    });
  });
});

it('wants an address', () => {
  expect(() => keySource('')).toThrow('Give the URL or the path of a JWKS.');
});
