import { ChildRecordStatus, MovementSide, type MovementRecordSummary, type RecordAnswer } from '@hub/contract';
import type { ComparedMovement } from './compared-movements';

const ANSWERS: Record<ChildRecordStatus, RecordAnswer> = {
  // Told of by a notice, and not opened: there is no work to be open or closed.
  [ChildRecordStatus.KNOWN]: 'NONE',
  [ChildRecordStatus.OPEN]: 'OPEN',
  [ChildRecordStatus.CLOSED]: 'CLOSED',
};

/** What the partnerships that answered say of their records. A record counts only where its authority is theirs. */
export class RecordBooks {
  readonly #records = new Map<string, MovementRecordSummary>();

  /**
   * @param answers - summaries by the id of their partnership; one that did not answer is not there.
   * @param partnershipOf - the partnership that covers an authority; null where none of the directory does.
   */
  constructor(
    private readonly answers: ReadonlyMap<string, readonly MovementRecordSummary[]>,
    private readonly partnershipOf: (gssCode: string) => string | null,
  ) {
    for (const [partnershipId, summaries] of answers) {
      for (const summary of summaries) {
        if (partnershipOf(summary.authority) !== partnershipId) continue;
        this.#records.set(keyOf(summary.movementId, summary.side, summary.authority), summary);
      }
    }
  }

  /** The open records. */
  get open(): MovementRecordSummary[] {
    return [...this.#records.values()].filter(({ status }) => status === ChildRecordStatus.OPEN);
  }

  /** What a side of a movement says. */
  answer({ id, originCode, destinationCode, isPast }: ComparedMovement, side: MovementSide): RecordAnswer {
    const authority = side === MovementSide.ORIGIN ? originCode : destinationCode;
    const partnershipId = this.partnershipOf(authority);
    if (partnershipId === null || !this.answers.has(partnershipId)) return 'UNANSWERED';
    const record = this.#records.get(keyOf(id, side, authority));
    if (record) return ANSWERS[record.status];
    return isPast ? 'UNANSWERED' : 'NONE';
  }
}

function keyOf(movementId: string, side: MovementSide, authority: string): string {
  return `${side} ${authority} ${movementId}`;
}
