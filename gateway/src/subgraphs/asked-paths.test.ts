import { parse } from 'graphql';
import { missingPaths, nearestAsked } from './asked-paths';

const document = parse(`
  query { partnerships { id all: bodies { name } ...More } picture { returns { id } total } }
  fragment More on LocalPartnership { priorities }
`);

describe('missingPaths', () => {
  it('names the response keys that the client asked for, aliases and fragments too', () => {
    const query = `query($representations:[_Any!]!){_entities(representations:$representations){
      ...on LambethPartnership{__typename all:bodies{name} priorities}}}`;
    expect(missingPaths(document, ['partnerships', '@'], query)).toEqual([
      'partnerships.all',
      'partnerships.priorities',
    ]);
  });

  it('does not name what only the planner asked for', () => {
    const query = `query($representations:[_Any!]!){_entities(representations:$representations){
      ...on LambethDatasetReturn{exactMeasures{value}}}}`;
    expect(missingPaths(document, ['picture', 'returns', '@'], query)).toEqual(['picture.returns']);
  });

  it('names root fields', () => {
    expect(missingPaths(document, [], '{partnerships{id} picture{id}}')).toEqual(['partnerships', 'picture']);
  });
});

describe('nearestAsked', () => {
  it('drops indexes, and what is below the client’s question', () => {
    expect(nearestAsked(document, ['partnerships', 3, 'all', 0, 'name'])).toBe('partnerships.all.name');
    expect(nearestAsked(document, ['partnerships', '@', 'all', 'secret'])).toBe('partnerships.all');
  });
});
