import type { RunningHub } from '@hub/cli';
import type { HostileDoor } from './doors';
import { Draw } from './draw';
import { HostileCaller, type Exchanged } from './exchange';
import { hostileRequest, type HostileRequest } from './hostile-request';
import { judge } from './judge';
import { OperationWriter } from './operation-writer';
import { shrunk } from './shrunk';

/** Requests of one caller: well below what a caller may ask in a minute. */
const OF_ONE_CALLER = 40;
const AT_ONCE = 8;
const EXAMPLES = 3;

/** A kind of fault, and some requests that show it. */
export interface Fault {
  kind: string;
  times: number;
  examples: string[];
}

/** What came of many hostile requests. */
export interface Campaign {
  /** How often each answer came, as `200` or `429 RATE_LIMITED`. */
  outcomes: Map<string, number>;
  faults: Fault[];
}

/** Sends hostile requests through a door, by callers of every role and without a token, each at an address of its own. */
export async function sendHostile(
  hub: RunningHub,
  door: HostileDoor,
  seed: string,
  requests: number,
): Promise<Campaign> {
  const draw = new Draw(`${seed} ${door.name}`);
  const writer = new OperationWriter(door.schema, draw);
  const outcomes = new Map<string, number>();
  const faults = new Map<string, Fault>();
  let drawn = 0;
  const oneCaller = async () => {
    const number = Math.ceil(drawn / OF_ONE_CALLER);
    const size = Math.min(OF_ONE_CALLER, requests - drawn);
    drawn += size;
    const batch = Array.from({ length: size }, () => hostileRequest(writer, draw));
    const person = door.people.length > 0 && draw.chance(0.75) ? draw.of(door.people) : null;
    const token = person && (await door.token(hub, person, `hostile:${number}`));
    const address = `127.${64 + door.name.length}.${number >> 8}.${1 + ((number & 255) % 254)}`;
    const caller = new HostileCaller(
      door.origin(hub),
      address,
      token === null ? {} : { authorization: `Bearer ${token}` },
    );
    for (const request of batch) {
      const exchanged = await caller.send(request);
      const { outcome, faults: found } = judge(request, exchanged);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      for (const kind of found) await note(faults, kind, request, exchanged, person?.role ?? null, caller);
    }
    await caller.close();
  };
  const worker = async () => {
    while (drawn < requests) await oneCaller();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { outcomes, faults: [...faults.values()].sort((one, other) => other.times - one.times) };
}

async function note(
  faults: Map<string, Fault>,
  kind: string,
  request: HostileRequest,
  exchanged: Exchanged,
  role: string | null,
  caller: HostileCaller,
): Promise<void> {
  const fault = faults.get(kind) ?? { kind, times: 0, examples: [] };
  faults.set(kind, fault);
  fault.times += 1;
  if (fault.examples.length >= EXAMPLES) return;
  const isSame = async (other: HostileRequest) => judge(other, await caller.send(other)).faults.includes(kind);
  const small = fault.examples.length === 0 ? await shrunk(request, isSame) : request;
  fault.examples.push(described(small, exchanged, role));
}

function described(
  { kind, method, path, headers, body }: HostileRequest,
  { requestId, text }: Exchanged,
  role: string | null,
): string {
  const sent =
    kind === 'bytes'
      ? (body as Buffer).toString('latin1')
      : `${method} ${path} ${JSON.stringify(headers)} ${body?.toString() ?? ''}`;
  return `${role ?? 'nobody'} sent ${sent.slice(0, 1_500)}\n    answer ${requestId ?? ''} ${text.slice(0, 500)}`;
}
