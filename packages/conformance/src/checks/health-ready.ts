import { Failed, type Check } from '../check';

export const healthReady: Check = {
  code: 'HEALTH_READY',
  title: 'It says that it is ready',
  why: 'The hub’s own /health/ready says of each subgraph whether it is ready (packages/contract, "Integration points").',
  remedy: 'Answer GET /health/ready at the same origin: 200 when your database answers, else 503.',
  needs: [],
  async run(subject) {
    const exchange = await subject.get('/health/ready');
    if (exchange.status !== 200) throw new Failed(`HTTP ${exchange.status} in place of 200.`, exchange);
  },
};
