import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ClauseHome, ClauseReference } from '@hub/contract';
import { parse } from 'yaml';
import type { Facts } from './facts';

/** Files of a folder that are no typed facts: the clauses themselves, and what they oblige to. */
const OTHERS = ['clauses.yaml', 'obligations.yaml'];

/**
 * What a founding document says, and where each of its clauses lives: as an obligation, in records, as a typed fact, or as
 * the statement that it is.
 *
 * @param folder - of the facts.
 * @param kept - what the subjects of the subgraph keep.
 */
export function clauseReference(folder: string, facts: Facts, kept: readonly ClauseHome[]): ClauseReference {
  const homes = [...obligationsOf(facts), ...kept, ...typedFacts(folder)];
  return {
    title: facts.termsOfReference.title,
    clauses: facts.clauses.map(({ id, topic, summary, statement }) => ({
      ...{ id, topic, summary },
      homes: [
        ...homes.filter(({ clause }) => clause === id).map(({ kind, at }) => ({ kind, at })),
        ...(statement ? [{ kind: 'STATEMENT' as const, at: 'statement' }] : []),
      ],
    })),
  };
}

function obligationsOf({ obligations }: Facts): ClauseHome[] {
  return obligations.flatMap(({ id, clause, judgedBy }) =>
    clause === null ? [] : [{ clause, kind: 'OBLIGATION' as const, at: `\`${id}\`, ${judgedBy.evaluator}` }],
  );
}

/** Every fact of the folder that cites a clause, once a file and clause. */
function typedFacts(folder: string): ClauseHome[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !OTHERS.includes(file));
  return files.flatMap((file) => {
    const field = basename(file, '.yaml').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const cited = new Set(sourcesIn(parse(readFileSync(join(folder, file), 'utf8'))));
    return [...cited].map((clause) => ({ clause, kind: 'FACT' as const, at: `\`${field}\`` }));
  });
}

function sourcesIn(fact: unknown): string[] {
  if (typeof fact !== 'object' || fact === null) return [];
  const { sources } = fact as { sources?: unknown };
  return [
    ...(Array.isArray(sources) ? sources.filter((one): one is string => typeof one === 'string') : []),
    ...Object.values(fact).flatMap(sourcesIn),
  ];
}
