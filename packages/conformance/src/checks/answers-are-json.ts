import { Failed, type Check } from '../check';
import { partnershipOperation } from '../questions';

const TYPES = ['application/json', 'application/graphql-response+json'];

export const answersAreJson: Check = {
  code: 'ANSWERS_ARE_JSON',
  title: 'Answers and refusals are JSON, and say so',
  why: 'GraphQL over HTTP specification, "Media Types".',
  remedy: 'Send content-type: application/json with each answer at /graphql, also with 401.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const operation = partnershipOperation(subject, ['id']);
    for (const token of [undefined, () => 'a.b.c']) {
      const exchange = await subject.ask(operation, token && { token });
      const [type] = (exchange.headers['content-type'] ?? 'none').split(';');
      if (!TYPES.includes(type!.trim())) throw new Failed(`The content type is ${type}.`, exchange);
    }
  },
};
