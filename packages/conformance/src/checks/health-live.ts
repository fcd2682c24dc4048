import type { Check } from '../check';

export const healthLive: Check = {
  code: 'HEALTH_LIVE',
  title: 'It says that it lives',
  why: 'The hub asks /health/live where something has waited, and takes for hung what does not answer; whatever the status (ADR 0030).',
  remedy: 'Answer GET /health/live at the same origin, at once, from memory: 200 and {"status":"live"}.',
  needs: [],
  async run(subject) {
    await subject.get('/health/live');
  },
};
