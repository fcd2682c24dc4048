import { Failed, type Check } from '../check';
import { askPartnership } from '../questions';

export const entityAnswered: Check = {
  code: 'ENTITY_ANSWERED',
  title: 'The partnership is answered by its reference',
  why: 'The hub joins what subgraphs know of one thing by `_entities` (Apollo Federation subgraph specification, "Resolve requests for entities").',
  remedy:
    'Answer `_entities` for { __typename: "…Partnership", id: "<your id in the directory>" } with that id, and with its type as __typename.',
  needs: ['SDL_SERVED'],
  async run(subject) {
    const { exchange, answered, errors } = await askPartnership(subject, ['id']);
    if (exchange.status !== 200) throw new Failed(`HTTP ${exchange.status} in place of 200.`, exchange);
    if (errors.length > 0) throw new Failed('There is an error in the answer.', exchange);
    const isIt = answered?.['id'] === subject.name && answered['__typename'] === subject.schema.partnershipType;
    if (!isIt) throw new Failed(`It is not the ${subject.schema.partnershipType} "${subject.name}".`, exchange);
  },
};
