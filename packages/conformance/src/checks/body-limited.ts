import { Failed, type Check } from '../check';
import { NoAnswer } from '../exchange';
import { partnershipOperation } from '../questions';

/** In bytes. The hub’s own requests stay below 1 MiB. */
const LARGE = 16 * 2 ** 20;

export const bodyLimited: Check = {
  code: 'BODY_LIMITED',
  title: 'A body of 16 MiB is refused',
  why: 'A body is held in memory before anybody is known to have sent it (RFC 9110, 15.5.14 Content Too Large).',
  remedy: 'Refuse with 413 or 400 a body above 1 MiB or a few, while it is read and not after.',
  needs: ['ENTITY_ANSWERED', 'HEALTH_LIVE'],
  async run(subject) {
    const { query, variables } = partnershipOperation(subject, ['id']);
    try {
      const exchange = await subject.ask({ query, variables: { ...variables, filling: 'x'.repeat(LARGE) } });
      if (exchange.status !== 413 && exchange.status !== 400) {
        throw new Failed(`HTTP ${exchange.status} in place of 413 or 400.`, {
          ...exchange,
          sent: { ...exchange.sent, body: '16 MiB' },
        });
      }
    } catch (error) {
      // A connection that is closed while so much is sent is a refusal too.
      if (!(error instanceof NoAnswer) || error.isOverdue) throw error;
    }
    const after = await subject.get('/health/live');
    if (after.status >= 500) throw new Failed('It does not live after it.', after);
  },
};
