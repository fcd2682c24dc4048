import { type ObligationRecordKind } from '../src/obligations/obligation-record-kind';
import type { Evidence } from '../src/obligations/rules/evidence';

/** A record as an evaluator is shown it, of which nothing more is said than is given. */
export function recorded(kind: ObligationRecordKind, more: Partial<Evidence> = {}): Evidence {
  const nothing = { bodyId: null, of: null, endsOn: null, dueOn: null, parts: [], isSynthetic: false };
  return { ...nothing, kind, record: `record-${more.doneOn ?? 'undated'}`, doneOn: null, ...more };
}
