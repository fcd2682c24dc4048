import { Failed, type Check } from '../check';
import { entitiesIn, entitiesOperation, graphqlAnswer, itself } from '../questions';

export const entitiesInOrder: Check = {
  code: 'ENTITIES_IN_ORDER',
  title: 'References are answered in their order, one for one',
  why: 'The hub knows an answer by its place alone (Apollo Federation subgraph specification: "the same order as the representations").',
  remedy:
    'Map the list of representations to a list of the same length and order, with null where nothing is known, and the same thing twice where it is asked for twice.',
  needs: ['ENTITY_ANSWERED', 'UNKNOWN_ENTITY_NULL'],
  async run(subject) {
    const known = itself(subject);
    const unknown = { ...known, id: `${subject.name}:no-such-thing` };
    const references = [unknown, known, known, unknown, known];
    const exchange = await subject.ask(entitiesOperation(references));
    const entities = entitiesIn(graphqlAnswer(exchange).data) ?? [];
    const came = entities.map((entity) => (entity === null ? 'null' : 'known')).join(', ');
    const expected = references.map((reference) => (reference === unknown ? 'null' : 'known')).join(', ');
    if (came !== expected) throw new Failed(`Expected ${expected}; there came ${came || 'nothing'}.`, exchange);
  },
};
