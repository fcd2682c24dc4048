import { readFile } from 'node:fs/promises';
import { HubError } from '../errors';
import { freePorts, whyNot } from './ports';
import { writeOwnFile } from './write-own-file';

/**
 * The ports of the processes of a hub, the same at every start: a partnership's people ask its own API there. A process that has
 * none yet gets any free one, which is kept. One whose port another program holds gets another until the next start.
 *
 * @param file - where they are kept.
 * @param reserved - the port of the gateway.
 * @throws HubError `PORTS_UNREADABLE` where the file, which people may have edited, says something else.
 */
export async function keptPorts(
  file: string,
  names: readonly string[],
  reserved: number,
  say: (line: string) => void,
): Promise<Map<string, number>> {
  const kept = await read(file);
  const ports = new Map<string, number>();
  for (const name of names) {
    const port = kept[name];
    if (port === undefined) continue;
    const reason = port === reserved ? 'the gateway is to have it' : await whyNot(port);
    if (reason === null) ports.set(name, port);
    else say(`${name} is not at its port ${port} this time: ${reason}`);
  }
  const without = names.filter((name) => !ports.has(name));
  const others = await freePorts(without.length, new Set([...Object.values(kept), reserved]));
  without.forEach((name, index) => ports.set(name, others[index]!));
  await writeOwnFile(file, `${JSON.stringify({ ...Object.fromEntries(ports), ...kept }, null, 2)}\n`);
  return ports;
}

async function read(file: string): Promise<Record<string, number>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new HubError('PORTS_UNREADABLE', { file, reason: (error as Error).message });
  }
  const ports = parsed(text);
  if (typeof ports !== 'string') return ports;
  throw new HubError('PORTS_UNREADABLE', { file, reason: ports });
}

/** The ports of a file, or what is wrong with it. */
function parsed(text: string): Record<string, number> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `it is not JSON (${(error as Error).message})`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const of = new Map<unknown, string>();
  for (const [name, port] of Object.entries(value)) {
    const entry = `its entry ${JSON.stringify(name)} is ${JSON.stringify(port)}`;
    const isPort = Number.isInteger(port) && Number(port) >= 1 && Number(port) <= 65_535;
    if (!isPort) return `${entry}, which is not a whole number from 1 to 65535`;
    if (of.has(port)) return `${entry}, which is the port of ${JSON.stringify(of.get(port))} too`;
    of.set(port, name);
  }
  return value as Record<string, number>;
}
