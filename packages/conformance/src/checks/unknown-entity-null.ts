import { Failed, type Check } from '../check';
import { entitiesIn, entitiesOperation, graphqlAnswer } from '../questions';

export const unknownEntityNull: Check = {
  code: 'UNKNOWN_ENTITY_NULL',
  title: 'A reference to what is not known is null, and no error',
  why: 'One thing that is not there must not cost the others of the same request (Apollo Federation subgraph specification: `_entities` is [_Entity]!, a list of what may be null).',
  remedy: 'Answer null in the place of a reference that you do not know, for each type with a key, without an error.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const references = subject.schema.entityTypes.map((type) => ({
      __typename: type,
      id: `${subject.name}:no-such-thing`,
    }));
    const exchange = await subject.ask(entitiesOperation(references));
    const { data, errors = [] } = graphqlAnswer(exchange);
    if (exchange.status !== 200) throw new Failed(`HTTP ${exchange.status} in place of 200.`, exchange);
    if (errors.length > 0) throw new Failed('There is an error in the answer.', exchange);
    const entities = entitiesIn(data);
    const areNull = entities?.length === references.length && entities.every((entity) => entity === null);
    if (!areNull) throw new Failed(`Expected ${references.length} times null.`, exchange);
  },
};
