import { Failed, type Check } from '../check';
import { partnershipOperation } from '../questions';
import type { Subject } from '../subject';

/** A check that a request with a token which is not good is refused as a whole, with 401. */
export function refusedToken(
  check: Pick<Check, 'code' | 'title' | 'why' | 'remedy'>,
  makers: readonly ((subject: Subject, body: string) => string)[],
): Check {
  return {
    ...check,
    needs: ['ENTITY_ANSWERED'],
    async run(subject) {
      for (const make of makers) {
        const operation = partnershipOperation(subject, ['id']);
        const exchange = await subject.ask(operation, { token: (body) => make(subject, body) });
        if (exchange.status !== 401) throw new Failed(`HTTP ${exchange.status} in place of 401.`, exchange);
      }
    },
  };
}
