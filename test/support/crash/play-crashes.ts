import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { fromDayNumber, MovementMove, toDayNumber, todayInLondon } from '@hub/contract';
import { developmentToken } from '../../../packages/cli/src/system/development-token';
import { hubHome } from '../../../packages/cli/src/system/hub-home';
import type { HubProcess } from './hub-process';
import type { Answered, PersistentClient } from './persistent-client';
import { makerOf, type Authority, type PlannedMovement } from './planned-movements';

/** What a side is told for as long as the step before has not reached it. */
const NOT_YET = ['MOVEMENT_UNKNOWN', 'OUT_OF_ORDER', 'CONFERENCE_REQUIRED', 'NOT_PROPOSED'];

const reason = { reason: 'As agreed by telephone.' };
/** What moves must say. */
const SAID: Partial<Record<MovementMove, object>> = {
  SHARE_INFORMATION: { transferPack: [{ title: 'Chronology', sha256: 'a'.repeat(64) }] },
  ACCEPT_RESPONSIBILITY: { confirmation: 'letter:1' },
  ...{ DISPUTE: reason, RETURN_NOTICE: reason, CLOSE: reason, WITHDRAW: reason, PROPOSE_WITHDRAWAL: reason },
};

/** What is said with a move of a movement. */
function saidOf(move: MovementMove, { category, circumstances = [], amendedTo }: PlannedMovement): object {
  const right = category === 'CHILD_IN_NEED_PLAN' ? 'CHILD_PROTECTION_PLAN' : 'CHILD_IN_NEED_PLAN';
  switch (move) {
    case MovementMove.AMEND_NOTICE:
      return { ...reason, ...(amendedTo ? { destination: amendedTo.code } : { category: right }) };
    case MovementMove.END_CIRCUMSTANCE:
      return { move, ...reason, circumstance: circumstances[0] };
    default:
      return { move, ...SAID[move] };
  }
}

/** What is to be played, and with what. */
export interface CrashPlay {
  home: string;
  hub: HubProcess;
  client: PersistentClient;
  partnerships: readonly string[];
  planned: readonly PlannedMovement[];
  /** Names of the processes to kill, one after another. */
  killings: readonly string[];
  random: () => number;
  /** Ends it before its end. */
  signal: AbortSignal;
}

/** A movement that was made, as far as its partnerships' systems had answers. */
export interface MadeMovement {
  plan: PlannedMovement;
  movement: string;
  /** Ids of the messages that were answered, in their order. */
  messages: string[];
  /** Ids of those that nothing else waits for: two that cross, and a link. */
  beside: string[];
}

/** What has happened so far. */
export interface Played {
  made: MadeMovement[];
  /** Names of the processes that were killed. */
  killed: string[];
}

/**
 * Makes movements while processes are killed: some of the movements begin after each killing, so that something is always
 * being written.
 */
export async function playCrashes(play: CrashPlay, played: Played): Promise<void> {
  const making: Promise<void>[] = [];
  for (const [index, { after }] of play.planned.entries()) {
    const before = after === undefined ? Promise.resolve() : making[after]!;
    making.push(before.then(() => makeMovement(play, played, index)));
  }
  await Promise.all([killAtRandom(play, played), ...making]);
}

async function killAtRandom({ hub, killings, random, signal }: CrashPlay, { killed }: Played): Promise<void> {
  for (const name of killings) {
    await hub.isUp(signal);
    await pause(500 + 5000 * random(), null, { signal });
    const { starts } = hub;
    while (!hub.kill(name)) await pause(50, null, { signal });
    killed.push(name);
    while (name === 'hub' && hub.starts === starts) await pause(50, null, { signal });
  }
}

/** Notifies a movement, and takes its steps, each until it is answered. */
async function makeMovement(play: CrashPlay, { made, killed }: Played, index: number): Promise<void> {
  const { planned, killings, random, signal } = play;
  const plan = planned[index]!;
  const begins = Math.floor((index / planned.length) * (killings.length + 1));
  while (killed.length < begins) await pause(100, null, { signal });
  await pause(4000 * random(), null, { signal });
  const notice = randomUUID();
  const movement = (await persist(play, 'notifyMovement', plan.origin, 'duty-team', {
    ...{ id: notice, nhsNumber: plan.nhsNumber, category: plan.category, hasStatutoryOrder: false },
    ...{ dateOfBirth: fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365) },
    ...{
      origin: plan.origin.code,
      destination: plan.destination.code,
      permanence: plan.permanence,
      planning: 'PLANNED',
      ...(plan.circumstances && { circumstances: plan.circumstances }),
    },
  }))!;
  const messages = [notice];
  const beside: string[] = [];
  made.push({ plan, movement, messages, beside });
  const isNewDestination = plan.crossing !== undefined && plan.amendedTo !== undefined;
  const isAwaited = plan.linkedTo !== undefined || isNewDestination || planned.some(({ after }) => after === index);
  const parties = { origin: plan.origin, destination: plan.destination };
  const take = async (move: MovementMove, until: Until) => {
    const { authority, role } = makerOf(move, parties);
    const id = randomUUID();
    const isAmendment = move === MovementMove.AMEND_NOTICE;
    const input = { id, movement, ...saidOf(move, plan) };
    const taken = await persist(play, isAmendment ? 'amendNotice' : 'takeMovementStep', authority, role, input, until);
    return taken === null ? null : id;
  };
  for (const [place, move] of plan.steps.entries()) {
    // What is begun of the same child by another movement waits until the hub has this one.
    const isRecorded = ({ step: standing }: Answered) => standing === 'RECORDED';
    const until = isAwaited && place === plan.steps.length - 1 ? { isRecorded } : {};
    messages.push((await take(move, until))!);
    if (move === MovementMove.AMEND_NOTICE) parties.destination = plan.amendedTo ?? plan.destination;
  }
  const isInVain = (error: Answered['userErrors'][number]) =>
    isTooLate(error) || (isNewDestination && error.code === 'MOVEMENT_UNKNOWN');
  const cross = async (move: MovementMove) => {
    const id = await take(move, { isInVain });
    if (id !== null) beside.push(id);
  };
  await Promise.all((plan.crossing ?? []).map(cross));
  if (plan.linkedTo === undefined) return;
  const link = { id: randomUUID(), movement, nhsNumber: plan.linkedTo };
  await persist(play, 'linkChild', plan.origin, 'duty-team', link);
  beside.push(link.id);
}

/** Whether a step is refused for good: the other side's came first, and has come home. */
function isTooLate({ code, message }: Answered['userErrors'][number]): boolean {
  return ['AGREEMENT_REQUIRED', 'ALREADY_AGREED'].includes(code) || message.includes('it has ended');
}

/** Until when a thing is said. */
interface Until {
  /** Which refusals are taken for an answer. @default none */
  isInVain?: (error: Answered['userErrors'][number]) => boolean;
  /** Which answers are enough. @default any */
  isRecorded?: (answered: Answered) => boolean;
}

/**
 * Says the same at the partnership's own API until it is done.
 *
 * @returns id of the movement; null where it was in vain.
 */
async function persist(
  { home, hub, client, partnerships, random, signal }: CrashPlay,
  name: 'notifyMovement' | 'takeMovementStep' | 'amendNotice' | 'linkChild',
  { code, partnership }: Authority,
  role: 'duty-team' | 'conference-chair',
  input: object,
  { isInVain = () => false, isRecorded = () => true }: Until = {},
): Promise<string | null> {
  const who = { partnership, organisation: code, at: partnership };
  const { token } = await developmentToken(hubHome(home), role, who, partnerships);
  const attempt = {
    // Looked up each time: a hub that was started again may have other ports.
    url: () => hub.ownUrlOf(partnership),
    headers: {
      ...{ authorization: `Bearer ${token}`, 'x-purpose': 'CROSS_BOUNDARY_MOVEMENT' },
      'x-reason': 'So that a test can look.',
    },
    query: `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
      done: ${name}(input: $input) { movement step userErrors { code message } } }`,
    input,
  };
  for (;;) {
    const answered = await client.ask(attempt, signal);
    const [error] = answered.userErrors;
    if (!error && isRecorded(answered)) return answered.movement!;
    if (error && isInVain(error)) return null;
    if (error && !NOT_YET.includes(error.code)) throw new Error(`${name} was refused: ${error.code} ${error.message}`);
    await pause(1000 + 2000 * random(), null, { signal });
  }
}
