import {
  MovementPlanning,
  MovementMove,
  MovementPermanence,
  MovementSide,
  applyMove,
  type MoveData,
  type Movement,
  type MovementCategory,
  type MovementEvent,
} from '@hub/contract';

export const LAMBETH = 'E09000022';
export const REDBRIDGE = 'E09000026';

/** A move of a story, from Lambeth to Redbridge. */
export interface SentMove {
  move: `${MovementMove}`;
  /** @default the side of the authority, or the origin */
  by?: string;
  /** As `2026-03-09T10:00:00Z`. */
  at: string;
  /** @default at once */
  recordedAt?: string;
  data?: MoveData;
}

/** What moves must say, when the story says nothing of it. */
const SAID: MoveData = {
  transferPack: [{ title: 'Chronology', sha256: 'a'.repeat(64) }],
  reason: 'As agreed by telephone.',
  confirmation: 'letter:1',
};

/** The event of a sent move. */
export function eventOf(
  { move, by = LAMBETH, at, recordedAt = at, data }: SentMove,
  id = `${move} ${at}`,
): MovementEvent {
  return {
    id,
    movement: 'movement:1',
    move: MovementMove[move],
    side: by === LAMBETH ? MovementSide.ORIGIN : MovementSide.DESTINATION,
    authority: by,
    person: 'person:1',
    role: 'duty-team',
    occurredAt: at,
    recordedAt,
    data: { ...SAID, ...data },
  };
}

/** A notice from Lambeth to Redbridge: planned, permanent, under no order, unless the story says otherwise. */
export function noticeOf(category: `${MovementCategory}`, at: string, data: MoveData = {}): SentMove {
  const usual: MoveData = {
    category: category as MovementCategory,
    origin: LAMBETH,
    destination: REDBRIDGE,
    permanence: MovementPermanence.PERMANENT,
    planning: MovementPlanning.PLANNED,
    hasStatutoryOrder: false,
  };
  return { move: 'NOTIFY', at, data: { ...usual, ...data } };
}

/** The movement that a story makes. Throws where one of its moves is refused. */
export function played(...moves: SentMove[]): Movement {
  const movement = moves.reduce<Movement | null>((before, sent) => {
    const result = applyMove(before, eventOf(sent));
    if (result.refusal) throw new Error(`${sent.move}: ${result.refusal.code} ${result.refusal.message}`);
    return result.movement;
  }, null);
  return movement!;
}
