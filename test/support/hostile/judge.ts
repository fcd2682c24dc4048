import type { Exchanged } from './exchange';
import type { HostileRequest } from './hostile-request';

/** Codes by which a process says that it failed, whoever made it. */
const FAILURES: readonly unknown[] = ['INTERNAL_SERVER_ERROR', 'SUBGRAPH_FAILED'];

/** The inside of a process: stacks, paths, statements, what PostgreSQL says. */
const INSIDE = [
  /\n\s+at \S+ ?\(?\S*:\d+:\d+/,
  /node_modules|node:internal|\/dist\/|QueryFailedError|ECONNREFUSED|ECONNRESET/,
  /\b(SELECT|INSERT|UPDATE|DELETE)\b[^"]{1,200}\b(FROM|INTO|SET|WHERE)\b/,
  /invalid byte sequence|invalid input syntax|syntax error at or near|violates \S+ constraint|duplicate key value/,
  /out of range for type|does not exist at character|relation \\"|column \\"|audit\.\w+_record|Cannot read propert/,
];

/** An answer, and every reason why it is not one that a caller may get; none where it is. */
export interface Judged {
  /** As `200`, `429 RATE_LIMITED`. */
  outcome: string;
  faults: string[];
}

interface WireError {
  message?: unknown;
  path?: readonly (string | number)[];
  extensions?: { code?: unknown; subgraph?: unknown };
}

export function judge({ kind, method }: HostileRequest, { status, text }: Exchanged): Judged {
  // What is no HTTP may be closed upon.
  if (status === 0) return { outcome: 'no answer', faults: kind === 'bytes' ? [] : [`no answer: ${text}`] };
  const errors = errorsOf(text);
  const codes = [...new Set(errors?.map(({ extensions }) => extensions?.code))].sort();
  const refusesWithout = status >= 400 && method !== 'HEAD' && !errors?.length;
  const faults = [
    ...(status >= 500 && status !== 503 ? [`status ${status}`] : []),
    ...(refusesWithout ? [`status ${status} without errors`] : []),
    ...(errors ?? []).flatMap(faultsOf),
    ...INSIDE.filter((inside) => inside.test(text)).map((inside) => `shows ${inside.source}`),
  ];
  return { outcome: [status, ...codes].join(' '), faults: [...new Set(faults)] };
}

function faultsOf({ message, path = [], extensions: { code, subgraph } = {} }: WireError): string[] {
  if (typeof message !== 'string' || message === '') return ['an error without a message'];
  if (typeof code !== 'string' || code === '') return ['an error without a code'];
  // `Query_partnership_4`: the names of a written operation say which field it is.
  const place = path.findLast((step) => typeof step === 'string')?.replace(/_\d+$/, '') ?? '';
  return FAILURES.includes(code) ? [[code, subgraph, place].filter(Boolean).join(' ')] : [];
}

/** The errors of a GraphQL answer; null where it is none. */
function errorsOf(text: string): WireError[] | null {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: unknown };
    return Array.isArray(errors) && errors.every((error) => typeof error === 'object') ? (errors as WireError[]) : null;
  } catch {
    return null;
  }
}
