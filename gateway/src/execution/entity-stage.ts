import type { GraphQLSchema } from 'graphql';
import { aliasOf } from '../subgraphs/merged-document';
import { explainAll, tellErrors, type Answered } from './answer-errors';
import type { ClientPlaces } from './client-places';
import { compileFetch } from './compiled-fetch';
import { EntityRequests } from './entity-requests';
import type { Execution, SendFailure } from './execution';
import type { InPieces } from './in-turns';
import { isObject } from './objects-at';
import { entityTexts, type PassedEntities } from './passed-text';
import type { PlacedFetch } from './plan-stages';
import { gatherer, type EntityFetch, type Part } from './representations';
import type { Step } from './root-fetch';
import { NO_RESPONSE, readAnswer } from './subgraph-answer';
import type { TextSlots } from './text-slots';

const ENTITIES = '_entities';

/**
 * The entity fetches of one stage. Each subgraph gets one request, unless that would be too large; and if it fails as a whole,
 * for a reason that its parts may not share, they are asked for one by one.
 */
export function* entityStage(
  placed: readonly PlacedFetch[],
  schema: GraphQLSchema,
  slots: TextSlots,
  places: ClientPlaces,
): InPieces<Step> {
  // In an order that does not hang on which path came first, since subgraphs keep what they have parsed.
  const ordered = [...placed].sort((a, b) => (a.fetch.operation < b.fetch.operation ? -1 : 1));
  const fetches: EntityFetch[] = [];
  for (const one of ordered) {
    fetches.push({ ...(yield* compileFetch(one, places)), slot: slots.slotOf(one.fetch) });
    yield;
  }
  const gather = yield* gatherer(ordered, fetches, schema, slots);
  const requests = new EntityRequests();
  return (execution, done) => {
    const run = new StageRun(execution, requests, places, done);
    for (const parts of requests.fitting(gather(execution.data))) run.ask(parts);
    run.release();
  };
}

/** One stage of one request. */
class StageRun {
  #pending = 1;

  constructor(
    private readonly execution: Execution,
    private readonly requests: EntityRequests,
    private readonly places: ClientPlaces,
    private readonly done: () => void,
  ) {}

  /** One request less is waited for. */
  release(): void {
    if (--this.#pending === 0) this.done();
  }

  /** Sends parts of one subgraph as one request. @param isAgain - whether they were part of a request that failed. */
  ask(parts: readonly Part[], isAgain = false): void {
    const { execution } = this;
    const { subgraph } = parts[0]!.fetch;
    // So that a merged request and its parts take no longer than one request may.
    const share = isAgain || parts.length > 1 ? 1 / 2 : undefined;
    this.#pending++;
    execution.send(subgraph, this.requests.body(parts, execution), { isRepeatable: true, share }, (failure, text) => {
      try {
        if (!failure) this.#take(parts, text);
        else if (!this.#askAgain(parts, failure)) this.#fail(parts, failure.code);
      } catch (error) {
        execution.broken(error);
        this.#fail(parts);
      } finally {
        this.release();
      }
    });
  }

  /** Asks for less at once, where that may be answered. */
  #askAgain(parts: readonly Part[], { isTooLarge, isLate }: SendFailure): boolean {
    const [part] = parts as [Part];
    if (isTooLarge && parts.length === 1 && part.representations.length > 1) {
      const middle = part.representations.length >> 1;
      this.ask([slice(part, 0, middle)], true);
      this.ask([slice(part, middle)], true);
      return true;
    }
    // What took the merged request its time may be one part alone.
    const isWorthIt = isTooLarge || (isLate && this.execution.left > 0);
    if (parts.length === 1 || !isWorthIt) return false;
    for (const one of parts) this.ask([one], true);
    return true;
  }

  #take(parts: readonly Part[], text: string): void {
    if (this.#keepTexts(parts, text)) return;
    const { execution } = this;
    const { subgraph } = parts[0]!.fetch;
    const answer = readAnswer(text);
    if (!answer) {
      execution.logUnanswered(subgraph, NO_RESPONSE);
      this.#fail(parts);
      return;
    }
    execution.noteAnswer(subgraph, answer);
    const { data, errors } = answer;
    // One part's failure, or a limit that only the whole exceeds, must not cost the others.
    if (!data && parts.length > 1) {
      for (const part of parts) this.ask([part], true);
      return;
    }
    const asked = parts.map(({ fetch, targets }, index): Answered => ({ fetch, targets, key: keyOf(parts, index) }));
    if (data) parts.forEach((part, index) => this.#takePart(part, data[keyOf(parts, index)]));
    else asked.forEach((one) => explainAll(execution, one));
    if (errors.length > 0) tellErrors(execution, this.places, subgraph, errors, asked);
  }

  /** Keeps the texts of entities, if nothing but texts that may be kept has come. */
  #keepTexts(parts: readonly Part[], text: string): boolean {
    const lists: PassedEntities[] = [];
    for (const [index, { fetch, representations }] of parts.entries()) {
      if (!fetch.slot) return false;
      lists.push({ key: keyOf(parts, index), count: representations.length, slot: fetch.slot });
    }
    const texts = entityTexts(text, lists);
    if (!texts) return false;
    this.execution.noteAnswer(parts[0]!.fetch.subgraph, {});
    parts.forEach(({ fetch, targets }, part) => {
      targets.forEach((objects, index) => {
        const entity = texts[part]![index];
        if (entity !== null) for (const object of objects) object[fetch.slot!.key] = entity;
      });
    });
    return true;
  }

  #takePart(part: Part, entities: unknown): void {
    const { fetch, targets } = part;
    if (!Array.isArray(entities) || entities.length !== targets.length) {
      this.execution.logUnanswered(fetch.subgraph, 'the answer does not have one entity for each representation');
      this.#fail([part]);
      return;
    }
    try {
      targets.forEach((objects, index) => {
        const entity: unknown = entities[index];
        if (isObject(entity)) for (const object of objects) fetch.take(object, entity);
      });
    } catch {
      // Nested deeper than can be gone into.
      this.execution.logUnanswered(fetch.subgraph, 'the answer is nested too deep');
      this.#fail([part]);
    }
  }

  #fail(parts: readonly Part[], code?: SendFailure['code']): void {
    for (const { fetch, targets } of parts) {
      this.execution.unavailable(fetch.subgraph, fetch.missing(), code);
      explainAll(this.execution, { fetch, targets, key: ENTITIES });
    }
  }
}

const keyOf = (parts: readonly Part[], index: number) => (parts.length === 1 ? ENTITIES : aliasOf(index));

function slice({ fetch, representations, targets }: Part, from: number, to?: number): Part {
  return { fetch, representations: representations.slice(from, to), targets: targets.slice(from, to) };
}
