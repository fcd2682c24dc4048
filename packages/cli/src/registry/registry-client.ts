import { HubError, reasonOf } from '../errors';

/** Where the registry is asked, if nobody says otherwise. */
const DEFAULT_URL = 'http://127.0.0.1:4000';

/** How long it may take, in milliseconds: to check and compose takes seconds. */
const LIMIT_MS = 120_000;

/** What every command that asks the registry takes. */
export interface RegistryOptions {
  url?: string;
  json?: boolean;
}

interface Refused {
  errors?: readonly { message: string; extensions: { code: string } }[];
}

/**
 * Asks the registry of a running hub, by the key in HUB_REGISTRY_KEY.
 *
 * @param path - after `/registry/`.
 * @param body - of a POST.
 * @throws HubError unless it is answered; a publication that is refused is an answer.
 */
export async function askRegistry<Answer>({ url }: RegistryOptions, path: string, body?: object): Promise<Answer> {
  const hub = url ?? (process.env['HUB_REGISTRY_URL'] || DEFAULT_URL);
  const key = process.env['HUB_REGISTRY_KEY'];
  if (!key) throw new HubError('REGISTRY_KEY_MISSING');
  if (!mayBeGivenKey(hub)) throw new HubError('REGISTRY_URL', { value: hub });
  let answer: Answer & Refused;
  try {
    const response = await fetch(new URL(`/registry/${path}`, hub), {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
      // A key goes nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    answer = (await response.json()) as Answer & Refused;
  } catch (error) {
    throw new HubError('REGISTRY_UNREACHABLE', { url: hub, reason: reasonOf((error as Error).cause ?? error) });
  }
  const [refusal] = answer.errors ?? [];
  if (refusal) throw new HubError('REGISTRY_REFUSED', { code: refusal.extensions.code, message: refusal.message });
  return answer;
}

/** Over plain HTTP anybody on the way would read it. */
function mayBeGivenKey(hub: string): boolean {
  if (!URL.canParse(hub)) return false;
  const { protocol, hostname } = new URL(hub);
  return protocol === 'https:' || (protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(hostname));
}
