import { HubError } from '../errors';

const SECONDS = { s: 1, m: 60, h: 3600 } as const;

/** The longest time for which a token of the development issuer is valid, in seconds: a day. */
const LONGEST = 24 * 3600;

/** Seconds of a time to live, written as `90s`, `30m` or `8h`. */
export function readTtl(ttl: string): number {
  const [, count, unit] = /^(\d{1,6})([smh])$/.exec(ttl) ?? [];
  const seconds = Number(count) * SECONDS[unit as keyof typeof SECONDS];
  if (!(seconds >= 1 && seconds <= LONGEST)) throw new HubError('TOKEN_TTL', { ttl });
  return seconds;
}
