import { Failed, type Check } from '../check';
import { graphqlAnswer } from '../questions';

export const noOtherRootFields: Check = {
  code: 'NO_OTHER_ROOT_FIELDS',
  title: "No root field but federation's",
  why: 'London asks a partnership by reference, and records nothing there (ADR 0038). Composition refuses others (ROOT_FIELD_OUTSIDE_HUB).',
  remedy:
    'Leave on Query nothing but _entities and _service, and no Mutation or Subscription. Serve what your own people need at an address of its own.',
  needs: ['SDL_SERVED'],
  async run(subject) {
    const { rootFields } = subject.schema;
    const operation = rootFields[0]?.startsWith('Mutation.') ? 'mutation' : 'query';
    const exchange = await subject.ask({ query: `${operation} { __typename }` });
    if (rootFields.length > 0) throw new Failed(`The schema has ${rootFields.join(', ')}.`, exchange);
    graphqlAnswer(exchange);
  },
};
