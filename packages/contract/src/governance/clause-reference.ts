import type { ClauseTopic } from './clause-topic';

/** Where in the hub the matter of a clause lives. */
export interface ClauseHome {
  /** As `HAV-14`. */
  clause: string;
  kind: 'OBLIGATION' | 'RECORD' | 'FACT' | 'STATEMENT';
  /** The obligation, the record with its mutation, or the field by which it is asked for; in Markdown. */
  at: string;
}

/** The clauses of a founding document, in its order, and where each lives. */
export interface ClauseReference {
  /** Of the document. */
  title: string;
  clauses: readonly {
    id: string;
    topic: ClauseTopic;
    summary: string;
    homes: readonly Omit<ClauseHome, 'clause'>[];
  }[];
}
