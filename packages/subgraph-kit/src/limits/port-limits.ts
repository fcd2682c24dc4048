import type { RequestIdentity } from '@hub/access';
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
  readonly #begun = new WeakMap<RequestIdentity, { asker: Asker; taken: number }>();

  constructor({ requests, cost }: MinuteLimits) {
    this.#requests = new CallerAllowance(requests, ANONYMOUS_PARTS.requests, { savedSeconds: 60 });
    this.#points = new CallerAllowance(cost, ANONYMOUS_PARTS.cost);
  }

  /**
   * Counts a request, and looks at its document before it is parsed.
   *
   * @param requestIdentity - of the request; null where its token was no good.
   * @throws GraphQLError of {@link limitError}
   */
  admit(requestIdentity: RequestIdentity | null, ip: string, body: unknown): void {
    if (requestIdentity?.isHub) return;
    const asker = askerOf(requestIdentity?.caller ?? null, ip);
    const mustWait = this.#requests.take(asker, 1);
    if (mustWait) throw limitError('RATE_LIMITED', { ...mustWait });

    const { query } = typeof body === 'object' && body !== null ? (body as { query?: unknown }) : {};
    if (typeof query !== 'string') return;
    const shape = textShape(query, TEXT_LIMITS);
    const taken = textCost(query, shape);
    this.#take(asker, taken, 'To read the document');
    if (requestIdentity) this.#begun.set(requestIdentity, { asker, taken });
    const passed = passedLimit(shape, TEXT_LIMITS);
    if (passed) throw limitError('DOCUMENT_TOO_LARGE', passed);
  }

  /**
   * Takes what an operation costs from its caller's points.
   *
   * @throws GraphQLError of {@link limitError}
   */
  charge(requestIdentity: RequestIdentity, cost: number): void {
    const begun = this.#begun.get(requestIdentity);
    if (begun) this.#take(begun.asker, cost, 'The operation', begun.taken);
  }

  #take(asker: Asker, cost: number, what: string, taken?: number): void {
    const mustWait = this.#points.take(asker, cost, taken);
    if (mustWait) throw limitError('COST_LIMITED', { what, cost, ...mustWait });
  }
}
