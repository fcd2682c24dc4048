import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasNhsCheckDigit } from '@hub/access';
import type { RunningHub } from '@hub/cli';

/** A duty team, which notifies the next in the list, and the last one the first. */
interface Team {
  partnership: string;
  organisation: string;
}

const TEAMS: readonly Team[] = [
  { partnership: 'lambeth', organisation: 'E09000022' },
  { partnership: 'tri-borough', organisation: 'E09000013' },
  { partnership: 'redbridge', organisation: 'E09000026' },
  { partnership: 'tri-borough', organisation: 'E09000033' },
  { partnership: 'havering', organisation: 'E09000016' },
];
/** Milliseconds between two looks at the other borough: what is measured is that much too long at most. More looks would be the load. */
const BETWEEN_LOOKS = 100;
/** Children whom each team notifies before anything is measured, as processes that have just started compile. */
const WARM_UP = 5;
/** Milliseconds after which a notice counts as lost. */
const PATIENCE = 30_000;

/**
 * Five duty teams at once, each of which notifies a borough of one child after another, at its own service.
 *
 * @returns milliseconds from sending each notice until the other borough's own service shows the movement to its team
 * @throws Error where a notice is refused, or is not to be seen within 30 seconds
 */
export async function notifyToVisible(hub: RunningHub, children: number): Promise<number[]> {
  const numbers = demonstrationNumbers();
  const team = async (from: Team, to: Team) => {
    const [send, see] = await Promise.all([askerAt(hub, from), askerAt(hub, to)]);
    const times: number[] = [];
    for (let child = 0; child < WARM_UP + children; child += 1) {
      const begun = performance.now();
      await untilSeen(see, await notify(send, from, to, numbers.next().value as string));
      times.push(performance.now() - begun);
    }
    return times.slice(WARM_UP);
  };
  const all = TEAMS.map((from, index) => team(from, TEAMS[(index + 1) % TEAMS.length]!));
  return (await Promise.all(all)).flat();
}

type Send = (path: string, body?: object) => Promise<Response>;

async function askerAt(hub: RunningHub, { partnership, organisation }: Team): Promise<Send> {
  const url = new URL('/movements', hub.subgraphs.get(partnership)!.ownUrl!);
  const token = await hub.token('duty-team', { partnership, organisation, at: partnership });
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${token}`,
    'x-purpose': 'CROSS_BOUNDARY_MOVEMENT',
    'x-reason': 'So that a benchmark can count.',
  };
  return (path, body) => {
    const posted = body && { method: 'POST', body: JSON.stringify(body) };
    return fetch(`${url.href}${path}`, { headers: { ...headers, 'idempotency-key': randomUUID() }, ...posted });
  };
}

/** The id of the movement. */
async function notify(send: Send, from: Team, to: Team, nhsNumber: string): Promise<string> {
  const answer = await send('/notices', {
    ...{ nhsNumber, dateOfBirth: '2017-05-02' },
    ...{ origin: from.organisation, destination: to.organisation, category: 'CHILD_IN_NEED_PLAN' },
    ...{ permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false },
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`A notice was answered ${answer.status}: ${said}`);
  return (JSON.parse(said) as { movement: string }).movement;
}

async function untilSeen(see: Send, movement: string): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const answer = await see(`/${encodeURIComponent(movement)}`);
    const said = await answer.text();
    if (answer.ok) return;
    if (answer.status !== 404) throw new Error(`Movement ${movement} was answered ${answer.status}: ${said}`);
    if (performance.now() > end) throw new Error(`Movement ${movement} is not to be seen at the other borough.`);
    await sleep(BETWEEN_LOOKS);
  }
}

/** NHS numbers that are never issued (999), one after another. */
function* demonstrationNumbers(): Generator<string> {
  for (let digits = 9_995_000_000; ; digits += 1) if (hasNhsCheckDigit(String(digits))) yield String(digits);
}
