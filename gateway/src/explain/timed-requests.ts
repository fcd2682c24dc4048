import type { SendToSubgraph } from '../execution/execution';
import { readAnswer } from '../execution/subgraph-answer';
import { variableOf } from '../subgraphs/merged-document';
import type { RequestOutcome } from '../subgraphs/request-tally';
import type { SubgraphRequest, SubgraphResponse } from '../subgraphs/subgraph-client';
import type { SubgraphUnavailable } from '../subgraphs/subgraph-unavailable';

const REPRESENTATIONS = 'representations';

/** One request that was made: when, for how many objects, and what became of it. Nothing of what it asked or got. */
export interface TimedRequest {
  subgraph: string;
  /** Since the operation began, in milliseconds. */
  startMs: number;
  /** Until its answer; null where it was given up. */
  ms: number | null;
  /** Objects that it was about, and those of them that were found; null for root fields. */
  entities: { asked: number; found: number } | null;
  outcome: RequestOutcome | null;
}

/** Takes down the requests of one operation. */
export class TimedRequests {
  /** In the order in which they were sent. */
  readonly all: TimedRequest[] = [];
  readonly #start = performance.now();

  /** The same, timed. */
  timed(send: SendToSubgraph): SendToSubgraph {
    return (subgraph, body, limits, answered) => {
      const over = this.#begin(subgraph);
      send(subgraph, body, limits, (failure, text) => {
        const { variables } = JSON.parse(body) as SubgraphRequest;
        over(failure?.code ?? 'ANSWERED', entitiesIn(variables, readAnswer(text)?.data));
        answered(failure, text);
      });
    };
  }

  /** Takes down a request that is under way from now on. */
  async during(
    subgraph: string,
    { variables }: SubgraphRequest,
    answer: Promise<SubgraphResponse>,
  ): Promise<SubgraphResponse> {
    const over = this.#begin(subgraph);
    try {
      const response = await answer;
      over('ANSWERED', entitiesIn(variables, response.data));
      return response;
    } catch (error) {
      over((error as SubgraphUnavailable).code, entitiesIn(variables, null));
      throw error;
    }
  }

  #begin(subgraph: string): (outcome: RequestOutcome, entities: TimedRequest['entities']) => void {
    const request: TimedRequest = { subgraph, startMs: this.ms, ms: null, entities: null, outcome: null };
    this.all.push(request);
    return (outcome, entities) => Object.assign(request, { ms: rounded(this.ms - request.startMs), outcome, entities });
  }

  /** Since the operation began. */
  get ms(): number {
    return rounded(performance.now() - this.#start);
  }
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

function entitiesIn(
  variables: SubgraphRequest['variables'] = {},
  data: SubgraphResponse['data'],
): TimedRequest['entities'] {
  const lists = representationsIn(variables);
  if (lists.length === 0) return null;
  const found = Object.values(data ?? {});
  return { asked: sizeOf(lists), found: sizeOf(found) };
}

/** One list, or one for each fetch that was merged. */
function representationsIn(variables: Readonly<Record<string, unknown>>): unknown[] {
  const merged = Object.keys(variables).map((_, index) => variableOf(index, REPRESENTATIONS));
  return [REPRESENTATIONS, ...merged].filter((name) => name in variables).map((name) => variables[name]);
}

const sizeOf = (lists: readonly unknown[]) =>
  lists.flatMap((list) => (Array.isArray(list) ? list : [])).filter((one) => one !== null).length;
