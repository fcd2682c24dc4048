import type { AlertClosed, AlertRaised } from './access-entry';

/** A broken glass: who broke it, and what the privacy officer found. */
export interface BreakGlassAlert extends Omit<AlertRaised, 'kind'> {
  /** Its place in the log. */
  seq: number;
  /** ISO instant. */
  raisedAt: string;
  /** Null: it is open. */
  closed: (Omit<AlertClosed, 'kind'> & { closedAt: string }) | null;
}

/** Which alerts. */
export interface AlertFilter {
  /** Whether nobody has closed it yet; an alert whose window is over stays open. @default open and closed ones */
  isOpen?: boolean | undefined;
}

/** An alert from a row: `seq`, `body`, `moment`, and the same of what closed it. */
export function breakGlassAlert(row: Record<string, unknown>): BreakGlassAlert {
  const { kind: _raised, ...raised } = JSON.parse(row['body'] as string) as AlertRaised;
  const closed = row['closed_body'] === null ? null : (JSON.parse(row['closed_body'] as string) as AlertClosed);
  return {
    ...raised,
    seq: Number(row['seq']),
    raisedAt: row['moment'] as string,
    closed: closed && withoutKind(closed, row['closed_moment'] as string),
  };
}

function withoutKind(
  { kind: _closed, ...rest }: AlertClosed,
  closedAt: string,
): NonNullable<BreakGlassAlert['closed']> {
  return { ...rest, closedAt };
}
