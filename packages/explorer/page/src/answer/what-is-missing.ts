import type { AnswerError, Coverage, GraphqlResponse } from './answer';

/** What of an answer is not there, and why. */
export interface Missing {
  extent: 'nothing' | 'part' | 'everything';
  /** Each reason once, with all the places that it left empty. */
  reasons: Reason[];
  /** Null where it is not about several partnerships. */
  coverage: Coverage | null;
}

/** Why something is missing. */
export interface Reason {
  message: string;
  code: string | null;
  /** As `partnerships[2].bodies`, or of an operation that was refused `line 3, column 5`. */
  places: string[];
}

/** Reads from a response what is missing of it. */
export function whatIsMissing({ data, errors = [], extensions }: GraphqlResponse): Missing {
  const coverage = extensions?.coverage ?? null;
  const reasons = new Map<string, Reason>();
  const note = (message: string, code: string | null, places: readonly string[]) => {
    const key = JSON.stringify([code, message]);
    const noted = reasons.get(key)?.places ?? [];
    reasons.set(key, { message, code, places: [...new Set([...noted, ...places])] });
  };
  for (const error of errors) note(error.message, error.extensions?.code ?? null, placesOf(error));
  for (const { reason, code } of coverage?.missing ?? []) note(reason, code, []);
  const extent = reasons.size === 0 ? 'nothing' : data === null || data === undefined ? 'everything' : 'part';
  return { extent, reasons: [...reasons.values()], coverage };
}

function placesOf({ path, locations = [], extensions }: AnswerError): string[] {
  if (path?.length) return [placeOf(path)];
  if (extensions?.paths?.length) return [...extensions.paths];
  return locations.map(({ line, column }) => `line ${line}, column ${column}`);
}

const placeOf = (path: readonly (string | number)[]) =>
  path.map((key, depth) => (typeof key === 'number' ? `[${key}]` : `${depth ? '.' : ''}${key}`)).join('');
