import { buildSchema, parse, validate } from 'graphql';
import { ownApis } from '../support/reference-schema';
import { ownExampleFiles } from '../support/saved-examples';

describe.each(ownApis)('the own API of $name', ({ sdl }) => {
  const schema = buildSchema(sdl, { assumeValidSDL: true });

  it.each(ownExampleFiles)('answers $file', ({ query }) => {
    expect(validate(schema, parse(query))).toEqual([]);
  });
});
