import type { ClauseHome } from '@hub/contract';
import type { AnyRecord } from './recording/record-definition';

/** The clauses whose matter a subject keeps as records, and where. */
export function keptBy(subject: {
  records?: readonly AnyRecord[];
  clauses?: Readonly<Record<string, string>>;
}): ClauseHome[] {
  const { records = [], clauses = {} } = subject;
  return [
    ...records.flatMap(({ name, mutation, clauses: of = [] }) =>
      of.map((clause) => ({ clause, kind: 'RECORD' as const, at: `${name}, by \`${mutation}\`` })),
    ),
    ...Object.entries(clauses).map(([clause, field]) => ({ clause, kind: 'RECORD' as const, at: `\`${field}\`` })),
  ];
}
