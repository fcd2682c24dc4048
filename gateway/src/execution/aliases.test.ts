import fc from 'fast-check';
import { execute, parse } from 'graphql';
import { PlannedWorld } from '../../testing/planned-world';
import { randomQuestions, type RandomQuestion } from '../../testing/random-questions';
import { SmallLondon } from '../../testing/small-london';
import { Unsupported } from './unsupported';

const london = new SmallLondon();
const world = new PlannedWorld(london.toys);

/** Every name that the schema has, and names that machinery gives a meaning. */
const NAMES = [
  ...new Set(
    Object.values(world.schema.getTypeMap())
      .flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : []))
      .filter((name) => !name.startsWith('__')),
  ),
  ...['__typename', '_entities', '_service', 'representations', 'hub_refused_0', 'hub_key_0', 'e0', 'e1', '_'],
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'length', 'then', 'toJSON'],
];

/** What GraphQL answers where everything is in one place. */
async function expected({ query, variables }: RandomQuestion): Promise<string> {
  const { data, errors } = await execute({
    schema: world.apiSchema,
    document: parse(query),
    rootValue: london.root,
    variableValues: variables,
  });
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

const runs = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 300);

describe('whatever a client calls its fields', () => {
  it('each has the value that it asks for, in the order in which it is asked for', async () => {
    let stock = 0;
    await fc.assert(
      fc.asyncProperty(randomQuestions(world.apiSchema, NAMES), async (question) => {
        let compiled;
        try {
          compiled = world.compile(question);
        } catch (error) {
          if (!(error instanceof Unsupported)) throw error;
          stock++;
          return;
        }
        const { text, errors } = await world.ask(question, compiled);
        expect(errors).toEqual([]);
        expect(text).toBe(await expected(question));
      }),
      { numRuns: runs, seed: 12 },
    );
    expect(stock / runs).toBeLessThan(0.02);
  });
});
