import type { ChainEnd } from './chain-end';
import { records, type ChainFinding, type ChainFindingKind } from './chain-finding';
import { chainHash, GENESIS, type ChainedRecord } from './chain-hash';

/** A record with the hash that stands beside it. */
export interface StoredRecord extends ChainedRecord {
  hash: string;
  /** Searched columns that do not say what the record says. */
  wrongColumns: readonly string[];
}

/** A place in a log and the hash there, hexadecimal. */
export interface ChainHead {
  seq: number;
  hash: string;
}

/** How far from its place a record that does not fit there is looked for. */
const REACH = 1000;

/** Walks along a log, record by record in the order of places, and notes what is wrong. Reads nothing by itself. */
export class ChainWalk {
  readonly findings: ChainFinding[] = [];
  /** The record before: its place and hash, and whether both can be relied on. */
  #last = { seq: 0, hash: GENESIS, fits: true };
  /** The time of the last record that can be relied on. */
  #time = '';
  /** Neighbours that were all moved by as many places: one finding. */
  #moved: { from: number; to: number; by: number } | null = null;

  /**
   * @param now - the latest time that a record may be from, as PostgreSQL writes it here
   * @param noted - a head that was noted outside of the database earlier
   */
  constructor(
    private readonly now: string,
    readonly noted?: ChainHead,
  ) {}

  take(record: StoredRecord): void {
    const { seq, hash } = record;
    if (seq === this.noted?.seq && hash !== this.noted.hash) {
      this.#note('REWRITTEN', seq, `Record ${seq} is not the one whose hash was noted: the log was written anew.`);
    }
    if (seq < 1) {
      this.#note('INSERTED', seq, `Record ${seq} stands before the first place: it was put in.`);
      return;
    }
    if (seq === this.#last.seq) {
      this.#note('INSERTED', seq, `Two records stand at place ${seq}: one was put in.`);
      this.#last.fits = false;
      return;
    }
    const follows = seq === this.#last.seq + 1;
    if (!follows) this.#missing(this.#last.seq + 1, seq - 1, 'removed');
    const fits = chainHash(record) === hash;
    if (!fits) this.#misfit(record);
    else if (follows && this.#last.fits && record.previous !== this.#last.hash) this.#unlinked(seq);
    if (fits) this.#timed(record);
    for (const column of record.wrongColumns) {
      this.#note('COLUMN', seq, `The column ${column} of record ${seq} does not say what the record says.`);
    }
    this.#last = { seq, hash, fits };
  }

  /** @param end - what the database says of the log's end; without a head it says nothing */
  end({ head, headAt }: Pick<ChainEnd, 'head' | 'headAt'>): ChainFinding[] {
    const { seq, hash, fits } = this.#last;
    if (head === null) this.#note('HEAD', seq, 'The log has no head: its last records may be missing.');
    else if (head.seq > seq) this.#missing(seq + 1, head.seq, 'removed at the end');
    else if (head.seq < seq) {
      const beyond = records(head.seq + 1, seq, 'stands', 'stand');
      this.#note(
        'INSERTED',
        head.seq + 1,
        `${beyond} beyond the head (${head.seq}): put in, or the head was set back.`,
      );
    } else if (fits && head.hash !== hash) {
      this.#note(
        'HEAD',
        seq,
        `The head does not fit record ${seq}: that record was replaced, or the head was changed.`,
      );
    } else if (fits && seq > 0 && headAt !== this.#time) {
      this.#note('HEAD', seq, `The head is of ${headAt}, and record ${seq} of ${this.#time}: the head was changed.`);
    }
    const { noted } = this;
    if (noted !== undefined && noted.seq > Math.max(seq, head?.seq ?? 0)) {
      this.#missing(seq + 1, noted.seq, 'there when the head was noted, and removed since');
    }
    this.#closeMoved();
    return this.findings;
  }

  #misfit(record: StoredRecord): void {
    const { seq } = record;
    const by = moveOf(record, this.#moved?.by);
    if (by === null) {
      this.#note('EDITED', seq, `Record ${seq} was edited: its hash does not fit what it says.`);
    } else if (this.#moved?.to === seq - 1 && this.#moved.by === by) {
      this.#moved.to = seq;
    } else {
      this.#closeMoved();
      this.#moved = { from: seq, to: seq, by };
    }
  }

  #unlinked(seq: number): void {
    const before = seq - 1;
    if (before === 0) {
      this.#note('OUT_OF_PLACE', seq, `Record ${seq} was written after another: the log lost its beginning.`);
    } else {
      const what = `Record ${before} was replaced, or edited and its hash made anew`;
      this.#note('REPLACED', before, `${what}: record ${seq} was written after another.`);
    }
  }

  #timed({ seq, recordedAt }: StoredRecord): void {
    // A year of more than four digits would come out of order.
    if (recordedAt > this.now || !/^\d{4}-/.test(recordedAt)) {
      this.#note('TIME', seq, `Record ${seq} is of ${recordedAt}, which is in the future.`);
    } else if (recordedAt < this.#time) {
      const why = 'it was put in, or the clock was set back';
      this.#note('TIME', seq, `Record ${seq} is of ${recordedAt}, before the record that it follows: ${why}.`);
    }
    this.#time = recordedAt;
  }

  #missing(from: number, to: number, how: string): void {
    this.#note('MISSING', from, `${records(from, to, 'is missing: it was', 'are missing: they were')} ${how}.`);
  }

  #closeMoved(): void {
    if (this.#moved === null) return;
    const { from, to, by } = this.#moved;
    this.#moved = null;
    const written = from === to ? `as record ${from + by}` : `as records ${from + by} to ${to + by}`;
    const why = 'the order was changed, or one before was removed or put in';
    this.#note('OUT_OF_PLACE', from, `${records(from, to, 'was', 'were')} written ${written}: ${why}.`);
  }

  #note(kind: ChainFindingKind, seq: number, message: string): void {
    this.#closeMoved();
    this.findings.push({ seq, kind, message });
  }
}

/** By how many places a record was moved: its hash fits with the place it was written at. Null: it fits nowhere near. */
function moveOf(record: StoredRecord, likely: number | undefined): number | null {
  const fitsAt = (by: number) => chainHash({ ...record, seq: record.seq + by }) === record.hash;
  if (likely !== undefined && fitsAt(likely)) return likely;
  for (let by = 1; by <= REACH; by++) {
    if (fitsAt(by)) return by;
    if (fitsAt(-by)) return -by;
  }
  return null;
}
