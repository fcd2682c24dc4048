import { Failed, type Check } from '../check';
import { graphqlAnswer } from '../questions';

export const badRequestsRefused: Check = {
  code: 'BAD_REQUESTS_REFUSED',
  title: 'What is no operation is refused, and is no failure',
  why: 'The sender is told that the mistake is theirs (GraphQL over HTTP specification, "Validation": the server must not execute what does not validate; 4xx for what cannot be read).',
  remedy:
    'Parse and validate before you execute. Answer 400 where the body is no JSON with a `query` as text, and errors without data where the operation is not valid.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    for (const body of [
      '',
      '{',
      'null',
      '7',
      '[]',
      '{}',
      '{"query":7}',
      '{"query":""}',
      '{"query":"{ __typename }","variables":"x"}',
    ]) {
      const exchange = await subject.post(body, { authorization: `Bearer ${subject.token(body)}` });
      if (exchange.status < 400 || exchange.status >= 500) {
        throw new Failed(`HTTP ${exchange.status} in place of 400 for what is no request.`, exchange);
      }
    }
    for (const query of [
      '{',
      '{ noSuchField }',
      'fragment F on Query { __typename }',
      '{ _entities { __typename } }',
    ]) {
      const exchange = await subject.ask({ query });
      const { data, errors = [] } = graphqlAnswer(exchange);
      if (exchange.status >= 500) throw new Failed(`HTTP ${exchange.status}: that is a failure.`, exchange);
      if (data || errors.length === 0) throw new Failed('It was answered.', exchange);
    }
  },
};
