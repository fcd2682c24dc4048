import { Failed, type Check } from '../check';
import { entitiesIn, graphqlAnswer, partnershipOperation } from '../questions';

export const deadlineHarmless: Check = {
  code: 'DEADLINE_HARMLESS',
  title: 'A deadline is kept or left alone, and does no harm',
  why: 'With each request the hub says for how long it waits, as x-deadline-ms (ADR 0030). A subgraph may end its work then.',
  remedy:
    'Where x-deadline-ms is not a whole number, or you make no use of it, answer as without it. Where its time is over, answer an error as GraphQL, and no failure.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const operation = partnershipOperation(subject, ['id']);
    for (const deadline of ['20000', 'soon', '-5', '1e99', '']) {
      const exchange = await subject.ask(operation, { headers: { 'x-deadline-ms': deadline } });
      const answered = entitiesIn(graphqlAnswer(exchange).data)?.[0];
      if (!answered) throw new Failed(`With x-deadline-ms "${deadline}" nothing was answered.`, exchange);
    }
    for (const deadline of ['1', '0']) {
      const exchange = await subject.ask(operation, { headers: { 'x-deadline-ms': deadline } });
      if (exchange.status === 500) throw new Failed('It failed at its deadline.', exchange);
      graphqlAnswer(exchange);
    }
  },
};
