import { Failed, type Check } from '../check';
import { graphqlAnswer } from '../questions';

export const sdlServed: Check = {
  code: 'SDL_SERVED',
  title: 'The hub is told the schema',
  why: 'The hub composes London from what each subgraph answers to { _service { sdl } } (Apollo Federation subgraph specification, "Enhanced introspection with Query._service").',
  remedy:
    'Answer `_service { sdl }` with your schema as text, with one type named …Partnership that implements LocalPartnership and has @key(fields: "id"). Start the subgraph with the public keys that belong to those with which this command signs.',
  needs: [],
  async run(subject) {
    const exchange = await subject.ask({ query: '{ _service { sdl } }' });
    if (exchange.status === 401) throw new Failed('A good gateway token was refused with 401.', exchange);
    const { data } = graphqlAnswer(exchange);
    const { sdl } = (data?.['_service'] ?? {}) as { sdl?: unknown };
    if (typeof sdl !== 'string') throw new Failed('There is no text at data._service.sdl.', exchange);
    try {
      subject.publishes(sdl);
    } catch (error) {
      throw new Failed(`The SDL cannot be read: ${(error as Error).message}`, exchange);
    }
    if (subject.schema.partnershipType === null) {
      throw new Failed('No type …Partnership implements LocalPartnership with @key(fields: "id").', exchange);
    }
  },
};
