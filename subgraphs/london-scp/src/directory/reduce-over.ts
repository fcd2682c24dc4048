import type { SubgraphContext } from '@hub/subgraph-kit';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { Directive } from 'type-graphql';
import { coverageOf, type Coverage } from './coverage';
import { partnerships } from './directory-loaders';
import type { LocalPartnership } from './local-partnership';

/** What partnerships answered that have the capability. */
export interface Answered<Answer> {
  /** Those that answered all that was required, each with its partnership, in the order of the directory. */
  answers: readonly (Answer & { partnership: LocalPartnership })[];
  coverage: Coverage;
}

/**
 * What is reduced over the answers of every partnership: the gateway asks them, and brings their answers.
 *
 * @param list - field of the entity that gives out references, one a partnership in the order of the directory, as
 *   `adopters`. A list of another length is an error, since no answer could be told from another then.
 * @param capability - name of the interface that the fields are of. A partnership that does not claim it is not asked: in its
 *   place stands an object without the fields, and in that of one that was asked and failed a null.
 * @param selection - what is required of each, as GraphQL. A partnership that nulls a field of it has not answered. It may
 *   name no field that this subgraph has itself, so no id comes with an answer: they are told apart by place.
 */
export function reduceOver<Answer extends object, Result, Given extends unknown[]>(
  list: string,
  capability: string,
  selection: string,
  reduce: (answered: Answered<Answer>, context: SubgraphContext, ...given: Given) => Result | Promise<Result>,
) {
  const [query] = parse(`{ ${selection} }`).definitions as [OperationDefinitionNode];
  const required = query.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? one.name.value : []));
  return {
    required: `${list} { ... on ${capability} { ${selection} } }`,

    /** @param entity - one that came {@link withAnswers}. */
    async reduce(entity: object, context: SubgraphContext, ...given: Given): Promise<Result> {
      const directory = await partnerships(context);
      // Where nobody has the capability, nothing is brought.
      const brought =
        (entity as Record<string, readonly (Partial<Answer> | null)[] | undefined>)[list] ??
        directory.map((): Partial<Answer> => ({}));
      if (brought.length !== directory.length) {
        throw new Error(`${directory.length} partnerships were asked, and ${brought.length} places hold answers.`);
      }
      const answers = directory.flatMap((partnership, place) => {
        const answer = brought[place];
        const isWhole = answer && required.every((field) => (answer[field as keyof Answer] ?? null) !== null);
        return isWhole ? [{ ...(answer as Answer), partnership }] : [];
      });
      const notThroughHub = directory.filter((_, place) => {
        const answer = brought[place];
        return answer && required.every((field) => answer[field as keyof Answer] === undefined);
      });
      const coverage = await coverageOf(context, {
        answered: idsOf(answers.map(({ partnership }) => partnership)),
        notThroughHub: idsOf(notThroughHub),
      });
      return reduce({ answers, coverage }, context, ...given);
    },
  };
}

const idsOf = (partnerships: readonly { id: string }[]) => new Set(partnerships.map(({ id }) => id));

/** Decorates a field that is made of these. */
export const Requires = (...reductions: readonly { required: string }[]) =>
  Directive(`@requires(fields: "${reductions.map(({ required }) => required).join(' ')}")`);

/**
 * A stored row with the lists of answers that the gateway sends beside its key; null where there is no row. A copy, since
 * the row is shared by every representation of the request.
 */
export function withAnswers<Row extends object>(
  row: Row | null | undefined,
  reference: Record<string, unknown>,
  ...lists: readonly string[]
): Row | null {
  if (!row) return null;
  const brought = Object.fromEntries(lists.map((list) => [list, reference[list]]));
  return Object.assign(Object.create(Object.getPrototypeOf(row) as object) as Row, row, brought);
}
