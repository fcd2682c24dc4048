import type { GraphQLFormattedError } from 'graphql';
import { distinctRepresentations, spreadEntities } from './distinct-representations';
import { aliasOf, mergeDocuments, variableOf } from './merged-document';
import type { SubgraphRequest, SubgraphResponse } from './subgraph-client';

/** Sends one request over the wire. */
export type SendRequest = (request: SubgraphRequest) => Promise<SubgraphResponse>;

interface Member {
  request: SubgraphRequest;
  resolve(response: SubgraphResponse): void;
  reject(reason: unknown): void;
}

/** A member as it goes on the wire, and where its entities go when they come back. */
interface Prepared {
  request: SubgraphRequest;
  places: number[];
}

/** Whether a planner's operation fetches entities, and so may be batched. */
export function isEntityFetch({ query, variables }: SubgraphRequest): boolean {
  return Array.isArray(variables?.['representations']) && /\{\s*_entities\s*\(/.test(query);
}

/**
 * One wire request a subgraph and level. The planner makes one fetch for each path on which an
 * operation reaches a subgraph; those that one operation issues in one turn of the event loop are
 * sent as one request, without repeated representations.
 *
 * Only fetches of the same operation are ever merged, so that no answer crosses callers.
 */
export class EntityBatcher {
  readonly #waiting = new WeakMap<object, Member[]>();

  /**
   * @param operation - An object that stands for the client's operation; its identity is the key.
   * @param send - Used for the whole batch; the first fetch's is taken.
   */
  fetch(operation: object, request: SubgraphRequest, send: SendRequest): Promise<SubgraphResponse> {
    return new Promise((resolve, reject) => {
      const member = { request, resolve, reject };
      const waiting = this.#waiting.get(operation);
      if (waiting) {
        waiting.push(member);
        return;
      }
      const members: Member[] = [member];
      this.#waiting.set(operation, members);
      // Not a microtask: the paths of one level start a few microtasks apart.
      setImmediate(() => {
        this.#waiting.delete(operation);
        void settle(members, send);
      });
    });
  }
}

async function settle(members: Member[], send: SendRequest): Promise<void> {
  try {
    const responses = await fetchMembers(
      members.map(({ request }) => request),
      send,
    );
    members.forEach((member, index) => member.resolve(responses[index]!));
  } catch (error) {
    for (const member of members) member.reject(error);
  }
}

/** Answers each request as if it had been sent by itself. */
async function fetchMembers(requests: SubgraphRequest[], send: SendRequest): Promise<SubgraphResponse[]> {
  const prepared = requests.map(prepare);
  const alone = () =>
    Promise.all(
      prepared.map(async ({ request, places }) => {
        const response = await send(request);
        return takeMember(response, '_entities', places);
      }),
    );
  if (prepared.length === 1) return alone();

  // Sorted, so that the merged document does not depend on which path came first.
  const sorted = [...prepared].sort((a, b) => compare(a.request.query, b.request.query));
  const document = mergeDocuments(sorted.map(({ request }) => request.query));
  if (!document) return alone();

  const variables: Record<string, unknown> = {};
  sorted.forEach(({ request }, index) => {
    for (const [name, value] of Object.entries(request.variables ?? {})) {
      variables[variableOf(index, name)] = value;
    }
  });
  const response = await send({ ...document, variables });
  // One member's failure, or a limit that only the whole exceeds, must not cost the others.
  if (!response.data) return alone();
  return prepared.map((member) => {
    return takeMember(response, aliasOf(sorted.indexOf(member)), member.places);
  });
}

function prepare(request: SubgraphRequest): Prepared {
  const { distinct, places } = distinctRepresentations(request.variables?.['representations'] as unknown[]);
  const variables = { ...request.variables, representations: distinct };
  return { request: { ...request, variables }, places };
}

/** Picks one member's entities and errors out of a response, in the order it asked for them. */
function takeMember(response: SubgraphResponse, key: string, places: number[]): SubgraphResponse {
  const errors = response.errors?.flatMap((error) => errorsOf(error, key, places));
  const withErrors = errors?.length ? { errors } : {};
  if (!response.data) return { data: null, ...withErrors };
  const entities = response.data[key];
  if (!Array.isArray(entities) || entities.length !== new Set(places).size) {
    throw new Error('The answer does not have one entity for each representation.');
  }
  return { data: { _entities: spreadEntities(entities, places) }, ...withErrors };
}

/** An error of an entity belongs to every place that the entity goes to. */
function errorsOf(error: GraphQLFormattedError, key: string, places: number[]) {
  const [field, place, ...rest] = error.path ?? [];
  if (field === undefined) return [error];
  if (field !== key) return [];
  if (typeof place !== 'number') return [{ ...error, path: ['_entities'] }];
  return places.flatMap((to, index) => (to === place ? [{ ...error, path: ['_entities', index, ...rest] }] : []));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
