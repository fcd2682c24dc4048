import { ObligationStatus } from '../obligation-status';

/** When something is next to be done: from the first day on which it counts to the last on which it is in time. */
export interface Due {
  /** A day as `YYYY-MM-DD`. */
  from: string;
  /** A day as `YYYY-MM-DD`, not before `from`. */
  to: string;
}

/** How what is due then stands at the end of `on`, where it is not yet done: the last day itself is not late. */
export function standing({ from, to }: Due, on: string): ObligationStatus {
  if (on > to) return ObligationStatus.OVERDUE;
  return on < from ? ObligationStatus.MET : ObligationStatus.DUE;
}

/** Days before the end of a term, or of a yearly turn, from which what follows it is due. */
export const DUE_BEFORE_END = 90;
