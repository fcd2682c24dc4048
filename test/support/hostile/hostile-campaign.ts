import { roleOf } from '@hub/access';
import type { RunningHub } from '@hub/cli';
import type { Person } from '../access/people';
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
  examples: Example[];
}

/** One request that shows a fault, in words. */
export interface Example {
  sent: string;
  answer: string;
  /** Of the answer, by which logs say more. */
  requestId: string | null;
}

/** Result of many hostile requests. */
export interface Campaign {
  /** How often each answer came, as `200` or `429 RATE_LIMITED`. */
  outcomes: Map<string, number>;
  faults: Fault[];
}

/** Mostly one of those who may change something or see children: behind what they may lies the most to break. */
function somebody({ people }: HostileDoor, draw: Draw): Person | null {
  if (people.length === 0) return null;
  const may = people.filter(({ scopes }) => scopes.some((scope) => /write|movements:read|audit/.test(scope)));
  return draw.of(may.length > 0 && draw.chance(0.7) ? may : people);
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
    const person = draw.chance(0.2) ? null : somebody(door, draw);
    const batch = Array.from({ length: size }, () =>
      sentTo(door, hostileRequest(writer, draw, person && roleOf(person.role).purposes)),
    );
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

/** The same, where the door answers GraphQL. */
function sentTo({ path }: HostileDoor, request: HostileRequest): HostileRequest {
  return { ...request, path: request.path.replace(/^\/graphql/, path) };
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
  { requestId, status, text }: Exchanged,
  role: string | null,
): Example {
  const bytes = kind === 'bytes' ? '' : `${method} ${path} ${JSON.stringify(headers)} `;
  const sent = `${role ?? 'nobody'}: ${bytes}${body?.toString() ?? ''}`;
  return { sent: readable(sent), answer: readable(`${status} ${text}`), requestId };
}

/** One line, with what repeats and what is long cut. */
function readable(text: string): string {
  const line = JSON.stringify(text).replace(/(.)\1{20,}/g, (run, one: string) => `${one}…(${run.length})`);
  return line.length > 1_500 ? `${line.slice(0, 1_500)}… (${line.length})` : line;
}
