import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { freePorts, whyNot } from './ports';
import { writeOwnFile } from './write-own-file';

const schema = z.record(z.string(), z.number().int().min(1).max(65_535));

/**
 * The ports of the processes of a hub, the same at every start: a partnership's people ask its own API there. A process that has
 * none yet gets any free one, which is kept. One whose port another program holds gets another until the next start.
 *
 * @param file - where they are kept.
 * @param reserved - the port of the gateway.
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
  try {
    return schema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // None yet, or none that can be read: then they are chosen anew.
    return {};
  }
}
