import { Failed, type Check } from '../check';
import { graphqlAnswer } from '../questions';

export const sdlForHubAlone: Check = {
  code: 'SDL_FOR_HUB_ALONE',
  title: 'Nobody else is told the schema',
  why: 'What a partnership serves today need not be told to whoever merely reaches its port (ADR 0018, ADR 0029).',
  remedy: 'Answer `_service`, `__schema` and `__type` only under a gateway token with `hub: true`; else with an error.',
  needs: ['SDL_SERVED'],
  async run(subject) {
    for (const query of [
      '{ _service { sdl } }',
      '{ __schema { types { name } } }',
      '{ __type(name: "Query") { name } }',
    ]) {
      const exchange = await subject.ask({ query }, { token: null });
      const { data } = graphqlAnswer(exchange);
      const isTold = Object.values(data ?? {}).some((value) => value !== null);
      if (isTold) throw new Failed('It was answered without a token.', exchange);
    }
  },
};
