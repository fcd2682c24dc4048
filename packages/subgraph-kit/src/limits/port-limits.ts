import type { Passport } from '@hub/access';
import {
  ANONYMOUS_PARTS,
  askerOf,
  CallerAllowance,
  passedLimit,
  TEXT_LIMITS,
  textCost,
  textShape,
  type Asker,
  type MinuteLimits,
} from '@hub/limits';
import { limitError } from './limit-error';

/**
 * What callers at a subgraph's own port may ask for in a minute, the verified hub apart: it counts its own. By person, or
 * by address where there is no good token.
 */
export class PortLimits {
  readonly #requests: CallerAllowance;
  readonly #points: CallerAllowance;
  readonly #askers = new WeakMap<Passport, Asker>();

  constructor({ requests, cost }: MinuteLimits) {
    this.#requests = new CallerAllowance(requests, ANONYMOUS_PARTS.requests, { savedSeconds: 60 });
    this.#points = new CallerAllowance(cost, ANONYMOUS_PARTS.cost);
  }

  /**
   * Counts a request, and looks at its document before it is parsed.
   *
   * @param passport - of the request; null where its token was no good.
   * @throws GraphQLError of {@link limitError}
   */
  admit(passport: Passport | null, ip: string, body: unknown): void {
    if (passport?.isHub) return;
    const asker = askerOf(passport?.caller ?? null, ip);
    if (passport) this.#askers.set(passport, asker);
    const mustWait = this.#requests.take(asker, 1);
    if (mustWait) throw limitError('RATE_LIMITED', { ...mustWait });

    const { query } = typeof body === 'object' && body !== null ? (body as { query?: unknown }) : {};
    if (typeof query !== 'string') return;
    const shape = textShape(query, TEXT_LIMITS);
    this.#take(asker, textCost(query, shape), 'To read the document');
    const passed = passedLimit(shape, TEXT_LIMITS);
    if (passed) throw limitError('DOCUMENT_TOO_LARGE', passed);
  }

  /**
   * Takes what an operation costs from its caller's points.
   *
   * @throws GraphQLError of {@link limitError}
   */
  charge(passport: Passport, cost: number): void {
    const asker = this.#askers.get(passport);
    if (asker) this.#take(asker, cost, 'The operation');
  }

  #take(asker: Asker, cost: number, what: string): void {
    const mustWait = this.#points.take(asker, cost);
    if (mustWait) throw limitError('COST_LIMITED', { what, cost, ...mustWait });
  }
}
