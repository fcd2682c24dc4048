import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys, publicJwks, readSigningKeys } from './signing-keys';

interface Jwks {
  keys: Record<string, unknown>[];
}

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-access-'));
  file = join(folder, 'identity', 'keys.json');
});

afterEach(() => rmSync(folder, { recursive: true }));

const written = (jwks: unknown) => {
  const path = join(folder, 'written.json');
  writeFileSync(path, typeof jwks === 'string' ? jwks : JSON.stringify(jwks));
  return path;
};

describe('signing keys', () => {
  it('are made at the first start, and stay the same', async () => {
    const [key] = await createSigningKeys(file);
    expect(await createSigningKeys(file)).toHaveLength(1);
    expect((await readSigningKeys(file))[0].kid).toBe(key.kid);
  });

  it('can be read by their owner alone', async () => {
    await createSigningKeys(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'identity')).mode & 0o777).toBe(0o700);
  });

  it('are the same for all who start at once, and leave no other file', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => createSigningKeys(file)));
    expect(new Set(made.map(([key]) => key.kid)).size).toBe(1);
    expect(readdirSync(join(folder, 'identity'))).toEqual(['keys.json']);
  });

  it('are published without what is secret, all of them, in their order', async () => {
    await createSigningKeys(file);
    const other = join(folder, 'other.json');
    await createSigningKeys(other);
    const both = [other, file].flatMap((path) => (JSON.parse(readFileSync(path, 'utf8')) as Jwks).keys);
    const { keys } = publicJwks(await readSigningKeys(written({ keys: both })));
    expect(keys.map(({ kid }) => kid)).toEqual(both.map(({ kid }) => kid));
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  });

  it('are refused with the file and the remedy, and nothing of what is secret', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    await createSigningKeys(file);
    const [good] = (JSON.parse(readFileSync(file, 'utf8')) as Jwks).keys;
    const { d, ...published } = good!;
    for (const [jwks, problem] of [
      ['{ "keys": [secret', 'is no JSON.'],
      ['null', 'holds no key.'],
      [{}, 'holds no key.'],
      [{ keys: [] }, 'holds no key.'],
      [{ keys: [good, published] }, 'keys[1] is not such a key.'],
      [{ keys: [{ ...rsa, kid: 'rsa' }] }, 'keys[0] is not such a key.'],
      [{ keys: [{ ...good, kid: undefined }] }, 'keys[0] is not such a key.'],
      [{ keys: [good, good] }, 'two keys have the same "kid".'],
    ] as const) {
      const path = written(jwks);
      const error = await readSigningKeys(path).then(
        () => undefined,
        (refused: Error) => refused,
      );
      expect(error?.message).toContain(`${path}: ${problem} Give a JWKS of private Ed25519 keys`);
      const all = `${error?.stack} ${String(error?.cause)}`;
      expect(all).not.toContain('secret');
      expect(all).not.toContain(d);
    }
    await expect(readSigningKeys(join(folder, 'none.json'))).rejects.toThrow('cannot be read');
  });
});
