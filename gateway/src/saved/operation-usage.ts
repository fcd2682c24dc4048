import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { SavedOperations } from './saved-operations';

/** Clients that are told apart. */
const MOST_CLIENTS = 50;

/** How often a client asked for an operation. */
export interface UsageCount {
  /** The name of a saved one, or `unsaved`: what others are called is their clients' word. */
  operation: string;
  /** As its program calls itself, `unnamed`, or `other` for those beyond {@link MOST_CLIENTS}. */
  client: string;
  /** Since the start of this process. */
  asked: number;
}

/** How often which program asked for which operation: not who, nor with what values. */
export class OperationUsage {
  readonly #clients = new Map<string, Map<string, number>>();

  /** @param most - clients that are told apart. */
  constructor(private readonly most = MOST_CLIENTS) {}

  note(operation: string, client: string): void {
    const isTold = this.#clients.has(client) || this.#clients.size < this.most;
    const name = isTold ? client : 'other';
    const operations = this.#clients.get(name) ?? new Map<string, number>();
    this.#clients.set(name, operations.set(operation, (operations.get(operation) ?? 0) + 1));
  }

  get counts(): UsageCount[] {
    return [...this.#clients].flatMap(([client, operations]) =>
      [...operations].map(([operation, asked]) => ({ operation, client, asked })),
    );
  }
}

/** The name that a program gives itself in the header that Apollo's clients send; `unnamed` for none, or one that is no name. */
export function clientName({ 'apollographql-client-name': name }: IncomingHttpHeaders): string {
  return typeof name === 'string' && /^[\w@][\w.@/ -]{0,63}$/.test(name) ? name : 'unnamed';
}

/** Counts every operation that was valid, once its answer has left. */
export function countUsage(door: FastifyInstance, saved: SavedOperations, usage: OperationUsage): void {
  door.addHook('onResponse', async ({ operation, headers }) => {
    const queryHash = operation?.answer.queryHash;
    if (queryHash !== undefined) usage.note(saved.find(queryHash)?.name ?? 'unsaved', clientName(headers));
  });
}
