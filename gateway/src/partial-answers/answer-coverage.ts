import type { GraphQLFormattedError } from 'graphql';
import { gatewayMessage, HUB_SUBGRAPH } from '../errors';

/** A partnership that did not answer all that it was asked, and the first reason why. */
interface Missing {
  /** As in the directory of partnerships: its subgraph has the same name. */
  id: string;
  code: unknown;
  reason: string;
}

/** A coverage in numbers of partnerships, without reasons. */
export interface CoverageCounts {
  expected: number;
  answered: number;
  /** The ids of the others. */
  missing: readonly string[];
}

/** An error of an answer, as far as it matters here. */
type AnswerError = Pick<GraphQLFormattedError, 'message' | 'extensions'>;

/**
 * Says on which partnerships an answer rests, in the words of the schema's `Coverage`: `expected` partnerships were asked,
 * `answered` of them gave all that was asked of them without an error, and the others are `missing`.
 */
export class AnswerCoverage {
  readonly #partnerships: readonly string[];
  /** Those that cannot be asked: whatever is asked of all is missing of them. */
  readonly #absent: readonly Missing[];
  /** What is said where all were asked and answered, which is most often. */
  readonly #whole: string;

  /**
   * @param subgraphs - names of all, the London SCP's own among them.
   * @param absent - those of them that have no good schema.
   */
  constructor(subgraphs: Iterable<string>, absent: readonly string[] = []) {
    this.#partnerships = [...subgraphs].filter((name) => name !== HUB_SUBGRAPH).sort();
    const code = 'SUBGRAPH_NOT_SERVED';
    this.#absent = absent.map((id) => ({ id, code, reason: gatewayMessage(code, { subgraph: id }) }));
    this.#whole = textOf(this.#partnerships, this.#missingFrom([]));
  }

  /**
   * The coverage of an answer.
   *
   * @param asked - names of the subgraphs that were asked.
   * @param errors - masked; those of a subgraph name it in `extensions.subgraph`.
   * @returns JSON; undefined unless more than one partnership was asked.
   */
  of(asked: ReadonlySet<string>, errors: readonly AnswerError[]): string | undefined {
    const expected = this.#expected(asked);
    if (!expected) return undefined;
    if (errors.length === 0 && expected.length === this.#partnerships.length) return this.#whole;
    return textOf(expected, this.#missingFrom(errors));
  }

  /** How many partnerships were asked, how many of them answered, and who did not, by the same rule. */
  counts(asked: ReadonlySet<string>, errors: readonly AnswerError[]): CoverageCounts | undefined {
    const expected = this.#expected(asked);
    if (!expected) return undefined;
    const told = this.#missingFrom(errors);
    const missing = expected.filter((id) => told.has(id));
    return { expected: expected.length, answered: expected.length - missing.length, missing };
  }

  #expected(asked: ReadonlySet<string>): string[] | undefined {
    const isAbsent = new Set(this.#absent.map(({ id }) => id));
    const isAsked = (id: string) => asked.has(id) && !isAbsent.has(id);
    const expected = this.#partnerships.filter(isAsked);
    const ofAll = this.#partnerships.length - isAbsent.size;
    // What one alone was asked was asked of it by name, unless there is no other.
    if (expected.length < 2 && (expected.length < ofAll || isAbsent.size === 0)) return undefined;
    return this.#partnerships.filter((id) => isAsked(id) || isAbsent.has(id));
  }

  #missingFrom(errors: readonly AnswerError[]): Map<unknown, Missing> {
    const missing = new Map<unknown, Missing>(this.#absent.map((one) => [one.id, one]));
    for (const { message, extensions: { code, subgraph } = {} } of errors) {
      if (typeof subgraph === 'string' && !missing.has(subgraph)) {
        missing.set(subgraph, { id: subgraph, code, reason: message });
      }
    }
    return missing;
  }
}

function textOf(expected: readonly string[], missing: ReadonlyMap<unknown, Missing>): string {
  const answeredBy = expected.filter((id) => !missing.has(id));
  return JSON.stringify({
    expected: expected.length,
    answered: answeredBy.length,
    answeredBy,
    missing: expected.flatMap((id) => missing.get(id) ?? []),
  });
}
