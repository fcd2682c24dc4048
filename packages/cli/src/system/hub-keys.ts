import { createSigningKeys, publicJwks, type Purpose } from '@hub/access';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { HubError, reasonOf } from '../errors';
import { writeOwnFile } from './write-own-file';

/** The files of the hub's keys. */
export interface HubKeys {
  /** Private keys that sign gateway tokens; for the gateway alone. */
  gatewayKeys: string;
  /** The public keys that belong to them; for every subgraph. */
  gatewayPublic: string;
  /** Private keys that sign webhooks; for the London SCP alone. */
  webhookKeys: string;
  /** The public keys that belong to them; for the gateway, which publishes them. */
  webhookPublic: string;
  /** Secrets of the children's pseudonyms; for every partnership, and never for the hub. */
  pseudonyms: string;
}

/** What a child is known by across partnerships. */
const PSEUDONYM_PURPOSE: Purpose = 'CROSS_BOUNDARY_MOVEMENT';

/**
 * Makes the keys that are missing in a folder, which its owner alone may enter, and writes the public ones anew, since a
 * key may have been added by hand.
 */
export async function makeHubKeys(folder: string): Promise<HubKeys> {
  const at = (name: string) => join(resolve(folder), name);
  const keys = {
    gatewayKeys: at('hub-keys.json'),
    gatewayPublic: at('hub-jwks.json'),
    webhookKeys: at('webhook-keys.json'),
    webhookPublic: at('webhook-jwks.json'),
    pseudonyms: at('pseudonym-keys.json'),
  };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
    await writePublicKeys(keys.gatewayKeys, keys.gatewayPublic);
    await writePublicKeys(keys.webhookKeys, keys.webhookPublic);
    if (!existsSync(keys.pseudonyms)) {
      const first = { version: 1, secret: randomBytes(32).toString('base64url') };
      await writeOwnFile(keys.pseudonyms, `${JSON.stringify({ [PSEUDONYM_PURPOSE]: [first] }, null, 2)}\n`);
    }
  } catch (error) {
    throw new HubError('KEYS_UNREADABLE', { folder, reason: reasonOf(error) });
  }
  return keys;
}

/** Makes the file of private keys if there is none, and writes the public ones beside it. */
export async function writePublicKeys(privateFile: string, publicFile: string): Promise<void> {
  await writeOwnFile(publicFile, `${JSON.stringify(publicJwks(await createSigningKeys(privateFile)), null, 2)}\n`);
}
