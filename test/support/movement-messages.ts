import { randomUUID } from 'node:crypto';
import type { MovementMove, MoveData } from '@hub/contract';
import { LAMBETH, REDBRIDGE } from './movement-story';

/** A step of a movement as a partnership's system sends it, before its data is text. */
export interface Message {
  id: string;
  movement: string;
  after: string | null;
  move: keyof typeof MovementMove;
  side: 'ORIGIN' | 'DESTINATION';
  authority: string;
  person: string;
  role: string;
  occurredAt: string;
  data: MoveData;
}

export const transferPack = [{ title: 'Child protection plan', sha256: 'a'.repeat(64) }];
/** An instant so many minutes ago. */
export const passed = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** A notice of Lambeth to Redbridge, of a child of its own. */
export function notice(data: MoveData = {}, message: Partial<Message> = {}): Message {
  const id = randomUUID();
  return {
    ...{ id, movement: `movement:${id}`, after: null, move: 'NOTIFY', side: 'ORIGIN', authority: LAMBETH },
    ...{ person: 'lambeth-7', role: 'duty-team', occurredAt: passed(60) },
    ...message,
    data: {
      ...{ category: 'CHILD_PROTECTION_PLAN' as never, origin: LAMBETH, destination: REDBRIDGE },
      ...{ permanence: 'PERMANENT' as never, planning: 'PLANNED' as never, hasStatutoryOrder: false },
      childPseudonym: `p1:1:${id}`,
      ...data,
    },
  };
}

/** A step after another, thirty minutes ago, by Lambeth or Redbridge. */
export function next(
  before: Message,
  move: Message['move'],
  data: MoveData = {},
  message: Partial<Message> = {},
): Message {
  const side = message.side ?? 'ORIGIN';
  return {
    ...{ id: randomUUID(), movement: before.movement, after: before.id, move, side },
    authority: side === 'ORIGIN' ? LAMBETH : REDBRIDGE,
    ...{ person: 'somebody', role: 'duty-team', occurredAt: passed(30), data },
    ...message,
  };
}
