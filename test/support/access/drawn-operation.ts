import { isPurpose, roleOf, type Purpose } from '@hub/access';
import type { Person } from './people';
import { decide, sorted, type Question } from './questions';

/** What somebody asks, before it is known what should become of it. */
export interface Asked {
  requestId: string;
  /** Null without a token. */
  who: Person | null;
  /** Whether the token is one that nobody issued. */
  isForged: boolean;
  question: Question;
  variables: Readonly<Record<string, unknown>>;
  /** As they stand in the headers. */
  purpose: string | null;
  reason: string | null;
}

/** An operation, with what should come back and what should be recorded by the rules alone. */
export interface Operation extends Asked {
  /** Codes of errors that the client gets, each once. */
  codes: readonly string[];
  /** Coordinates that should be recorded as granted. */
  fields: readonly string[];
  /** Coordinates that should be recorded as refused. */
  refused: readonly string[];
  outcome: 'ANSWERED' | 'PARTIAL' | 'REFUSED';
  recordedPurpose: Purpose | null;
  /** Whether it runs under a break-glass alert of whoever asks. */
  isUnderGlass: boolean;
}

/** What should become of what is asked. */
export function operationOf(asked: Asked): Operation {
  const { who, isForged, question, variables, purpose } = asked;
  const scopes = who?.scopes ?? [];
  const recordedPurpose = purpose !== null && isPurpose(purpose) ? purpose : null;
  const common = { ...asked, recordedPurpose, isUnderGlass: false };
  if (isForged) return { ...common, codes: ['UNAUTHENTICATED'], fields: [], refused: [], outcome: 'REFUSED' };

  const isOutside = question.needsToken === true && who === null;
  const { fields, refused } = decide(isOutside ? [] : question.gates, scopes);
  const refusal = fields.length > 0 ? purposeRefusal(asked) : null;
  if (refusal) {
    return { ...common, codes: [refusal], fields: [], refused: sorted([...fields, ...refused]), outcome: 'REFUSED' };
  }
  const isBeyond =
    isOutside || refused.length > 0 || (question.needs !== undefined && !scopes.includes(question.needs));
  // A partnership's privacy officer asks all of them, and only their own tells.
  const isOthers =
    (question.name === 'WhoLookedThere' && !scopes.includes('audit:read')) ||
    // What waits for a partnership is for its system: people may read movements, and not its post.
    (question.name === 'Inbox' && fields.length > 0 && who?.role !== 'partnership-system');
  const codes = sorted([
    ...(isBeyond || isOthers ? ['UNAUTHORIZED_FIELD_OR_TYPE'] : []),
    ...(variables['first'] === 0 && fields.length > 0 ? ['BAD_USER_INPUT'] : []),
  ]);
  const outcome = fields.length === 0 ? 'REFUSED' : codes.length > 0 ? 'PARTIAL' : 'ANSWERED';
  return { ...common, codes, fields, refused, outcome, isUnderGlass: fields.length > 0 && purpose === 'BREAK_GLASS' };
}

function purposeRefusal({ who, purpose, reason }: Asked): string | null {
  if (purpose === null) return 'PURPOSE_REQUIRED';
  if (!isPurpose(purpose)) return 'PURPOSE_UNKNOWN';
  if (!roleOf(who!.role).purposes.includes(purpose)) return 'PURPOSE_NOT_ALLOWED';
  return reason === null ? 'REASON_REQUIRED' : null;
}
