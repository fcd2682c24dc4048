import { tellErrors, explainAll, type Answered } from './answer-errors';
import type { ClientPlaces } from './client-places';
import { bodyAround, compileFetch, variablesText } from './compiled-fetch';
import type { Execution } from './execution';
import type { InPieces } from './in-turns';
import type { PlacedFetch } from './plan-stages';
import { NO_RESPONSE, readAnswer } from './subgraph-answer';

/** Something that is asked of subgraphs; it calls `done` once. */
export type Step = (execution: Execution, done: () => void) => void;

/** Asks a subgraph for root fields. @param isMutation - then it is never sent twice. */
export function* rootFetch(placed: PlacedFetch, places: ClientPlaces, isMutation: boolean): InPieces<Step> {
  const fetch = yield* compileFetch(placed, places);
  const { subgraph } = fetch;
  const asked: Answered = { fetch, key: undefined, targets: [] };
  const { before, after } = bodyAround(fetch.query, fetch.operationName);

  return (execution, done) => {
    const fail = (code?: Parameters<Execution['unavailable']>[2]) => {
      execution.unavailable(subgraph, fetch.missing(), code);
      explainAll(execution, asked);
    };
    const body = before + variablesText(fetch.variables, execution).join() + after;
    execution.send(subgraph, body, { isRepeatable: !isMutation }, (failure, text) => {
      try {
        const answer = failure ? undefined : readAnswer(text);
        if (!answer) {
          if (!failure) execution.logUnanswered(subgraph, NO_RESPONSE);
          fail(failure?.code);
          return;
        }
        execution.noteAnswer(subgraph, answer);
        if (answer.data) fetch.take(execution.data, answer.data);
        else if (answer.errors.length > 0) explainAll(execution, asked);
        if (answer.errors.length > 0) tellErrors(execution, places, subgraph, answer.errors, [asked]);
      } catch (error) {
        execution.broken(error);
        fail();
      } finally {
        done();
      }
    });
  };
}
