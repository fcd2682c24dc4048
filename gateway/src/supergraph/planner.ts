import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { gatewayError } from '../errors';
import { HitRate, type CacheFigures } from '../metrics/hit-rate';

const THREAD = join(__dirname, 'planner-thread.js');

/** What the thread may hold, in MiB: a supergraph of 33 partnerships takes 150, and the dearest plan as much again. */
const HEAP_MIB = 768;

/** Plans that are kept, in characters of JSON. */
const KEPT = 10_000_000;

/** What the thread is asked. */
export interface PlanQuestion {
  /** An operation with its fragments, as text. */
  document: string;
  /** Which of its operations. @default the only one */
  operationName: string | undefined;
}

/** What the thread answers: a plan as JSON, or why there is none. */
export type PlanAnswer = { plan: string } | { refused: { message: string; code: unknown } };

/** How the planner is run. */
export interface PlannerOptions {
  /** How long one plan may take, in milliseconds. */
  planMs: number;
  /** What the thread may hold, in MiB. @default 768 */
  heapMiB?: number;
  log: Logger;
}

/**
 * Plans operations over one supergraph, one after another, in a thread of its own: everybody else is answered meanwhile. A
 * plan that takes too long, or too much memory, costs its own operation and a new thread.
 */
export class Planner {
  readonly #supergraphSdl: string;
  readonly #options: Required<PlannerOptions>;
  /** As JSON, by question: one document has several variants with one plan. */
  readonly #plans = new LRUCache<string, string>({
    maxSize: KEPT,
    sizeCalculation: (plan, key) => plan.length + key.length,
  });
  readonly #hitRate = new HitRate();
  /** Once it is ready. */
  #thread: Promise<Worker> | undefined;
  /** The last that was begun. */
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  /** @param supergraphSdl - without features that `@apollo/query-planner` refuses. */
  constructor(supergraphSdl: string, options: PlannerOptions) {
    this.#supergraphSdl = supergraphSdl;
    this.#options = { heapMiB: HEAP_MIB, ...options };
  }

  /** Waits until plans can be made. @throws Error where the supergraph cannot be planned on. */
  async start(): Promise<void> {
    await this.#running();
  }

  /**
   * The plan of an operation that is valid on the API schema.
   *
   * @throws GraphQLError `OPERATION_NOT_PLANNED` when it takes too much; what the planner says against it.
   */
  async plan(question: PlanQuestion): Promise<QueryPlan> {
    const key = JSON.stringify([question.operationName, question.document]);
    let plan = this.#hitRate.noted(this.#plans.get(key));
    if (plan === undefined) {
      const asked = this.#last.then(() => this.#ask(question));
      this.#last = asked.catch(() => undefined);
      plan = await asked;
      this.#plans.set(key, plan);
    }
    return JSON.parse(plan) as QueryPlan;
  }

  /** Of the plans that are kept. */
  get figures(): CacheFigures {
    // A plan is written in latin1, which takes a byte a character.
    const { size: entries, calculatedSize: bytes } = this.#plans;
    return { ...this.#hitRate.counts, entries, bytes };
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends the thread, and what it is planning. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  async #ask(question: PlanQuestion): Promise<string> {
    const thread = await this.#running();
    const { planMs } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const answered = this.#next<PlanAnswer>(thread);
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(gatewayError('OPERATION_NOT_PLANNED', { reason: `that took more than ${planMs / 1000} s` }));
        // It plans on until it is ended, and the next operation shall not wait for that.
        this.#thread = undefined;
        void thread.terminate();
      }, planMs);
    });
    try {
      thread.postMessage(question);
      const answer = await Promise.race([answered, late]);
      if ('plan' in answer) return answer.plan;
      const { message, code } = answer.refused;
      throw new GraphQLError(message, { extensions: { code } });
    } finally {
      clearTimeout(timer);
      // It is rejected too where the thread was ended.
      answered.catch(() => undefined);
    }
  }

  #running(): Promise<Worker> {
    if (this.#isClosed) return Promise.reject(new Error('The planner is closed.'));
    if (!this.#thread) {
      const begun = this.#begin(() => {
        if (this.#thread === begun) this.#thread = undefined;
      });
      this.#thread = begun;
    }
    return this.#thread;
  }

  async #begin(ended: () => void): Promise<Worker> {
    const { heapMiB, log } = this.#options;
    const thread = new Worker(THREAD, {
      workerData: this.#supergraphSdl,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    this.#worker = thread;
    thread.on('error', (err) => log.warn({ err }, 'The planner ended.'));
    thread.once('exit', ended);
    await this.#next<'ready'>(thread);
    return thread;
  }

  /** What a thread says next. */
  #next<Message>(thread: Worker): Promise<Message> {
    return new Promise((resolve, reject) => {
      const forget = () => void thread.off('message', hear).off('error', fail).off('exit', end);
      const hear = (message: Message) => {
        forget();
        resolve(message);
      };
      const fail = (error: Error & { code?: string }) => {
        forget();
        const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        reject(isMemory ? gatewayError('OPERATION_NOT_PLANNED', { reason: 'that took too much memory' }) : error);
      };
      const end = () => fail(new Error('The planner ended.'));
      thread.on('message', hear).on('error', fail).on('exit', end);
    });
  }
}
