import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../errors';
import { developmentToken } from './development-token';
import type { HubHome } from './hub-home';
import { writeOwnFile } from './write-own-file';

/** How long a token is good for, in seconds, and how long until the next, in milliseconds: three may fail in a row. */
const TTL_SECONDS = 3600;
const RENEWAL_MS = 15 * 60_000;

/** The tokens by which partnerships' systems exchange movements with a development hub. */
export interface RelayTokens {
  /** The file of a partnership's token. It is replaced while the hub runs. */
  fileOf(partnership: string): string;
  stop(): Promise<void>;
}

/** Makes a token for each partnership, and a new one long before it expires. */
export async function openRelayTokens(
  home: HubHome,
  partnerships: readonly string[],
  say: (line: string) => void,
): Promise<RelayTokens> {
  const folder = join(home.identity, 'relay');
  const fileOf = (partnership: string) => join(folder, `${partnership}.jwt`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const renew = async () => {
    for (const partnership of partnerships) {
      const options = { partnership, organisation: partnership, person: `system:${partnership}` };
      const issued = { ...options, ttlSeconds: TTL_SECONDS };
      const { token } = await developmentToken(home, 'partnership-system', issued, partnerships);
      await writeOwnFile(fileOf(partnership), token);
    }
  };
  await renew();
  let renewal = Promise.resolve();
  const timer = setInterval(() => {
    renewal = renew().catch((error: unknown) => {
      say(
        `The tokens of partnerships' systems were not renewed: ${reasonOf(error)}. The next attempt is in 15 minutes`,
      );
    });
  }, RENEWAL_MS).unref();
  const stop = async () => {
    clearInterval(timer);
    await renewal;
  };
  return { fileOf, stop };
}
