import { Failed, type Check } from '../check';
import { entitiesIn, entitiesOperation, graphqlAnswer, itself } from '../questions';

const MANY = 1_000;

export const thousandEntities: Check = {
  code: 'THOUSAND_ENTITIES',
  title: 'A thousand references are answered in one request',
  why: 'The hub merges what it asks of a subgraph into few requests (ADR 0006), and waits 5 s for one (ADR 0030). Here it may take 30 s.',
  remedy:
    'Set no limit on references below 1,000 for the hub, and read them from the database in one statement and not one by one.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const exchange = await subject.ask(entitiesOperation(Array<unknown>(MANY).fill(itself(subject))));
    if (exchange.status !== 200) throw new Failed(`HTTP ${exchange.status} in place of 200.`, exchange);
    const entities = entitiesIn(graphqlAnswer(exchange).data) ?? [];
    const count = entities.filter((entity) => entity !== null).length;
    if (count !== MANY) throw new Failed(`${count} things were answered in place of ${MANY}.`, exchange);
  },
};
