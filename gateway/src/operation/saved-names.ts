import { hash } from 'node:crypto';
import type { SavedExample } from '@hub/explorer';
import { getOperationAST, parse } from 'graphql';

/** The name of a saved operation by the SHA-256 of its document. All others have none that is not a caller's. */
export type SavedNames = ReadonlyMap<string, string>;

/** The names of saved examples. Another document whose operation has such a name is not known by it. */
export function savedNames(examples: readonly Pick<SavedExample, 'query'>[]): SavedNames {
  return new Map(
    examples.flatMap(({ query }) => {
      const name = getOperationAST(parse(query))?.name?.value;
      return name === undefined ? [] : [[hash('sha256', query), name] as const];
    }),
  );
}
