import { Failed, type Check } from '../check';
import { entitiesOperation, graphqlAnswer } from '../questions';

export const badReferencesHarmless: Check = {
  code: 'BAD_REFERENCES_HARMLESS',
  title: 'A reference that is none is an error or null, and never a failure',
  why: 'References are arguments, and anything may stand in them (GraphQL specification, 6.4.4 Handling Execution Errors).',
  remedy:
    'Look at a representation before you use it: that it is an object, of a type that you serve, with an id that is a text of a length you know. Answer null or an error with a code, and HTTP 200 or 400.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const type = subject.schema.partnershipType;
    const ids = [
      '',
      7,
      null,
      true,
      {},
      ['a'],
      "'; DROP TABLE meeting; --",
      '\u0000',
      '../../etc/passwd',
      'x'.repeat(10_000),
    ];
    const references = [
      ...ids.map((id) => ({ __typename: type, id })),
      { __typename: type },
      { id: subject.name },
      { __typename: 'NoSuchType', id: subject.name },
      { __typename: '__proto__', id: subject.name },
      ...[null, 7, 'text', [], {}],
    ];
    for (const reference of references) {
      const exchange = await subject.ask(entitiesOperation([reference]));
      if (exchange.status >= 500) throw new Failed(`HTTP ${exchange.status}: that is a failure.`, exchange);
      const { data } = graphqlAnswer(exchange);
      const answered = (data?.['_entities'] as unknown[] | null | undefined)?.[0] ?? null;
      if (answered !== null) throw new Failed('Something was answered to a reference that is none.', exchange);
    }
  },
};
