import { execute, Kind, parse, print, visit, type ASTNode, type FieldNode, type SelectionNode } from 'graphql';
import { PlannedWorld } from '../../testing/planned-world';
import { RandomQuestions, type RandomQuestion } from '../../testing/random-questions';
import { SmallLondon } from '../../testing/small-london';
import { Unsupported } from './unsupported';

const london = new SmallLondon();
const world = new PlannedWorld(london.toys);

/** Every name that the schema has, and names that machinery gives a meaning. */
const NAMES = [
  ...new Set(
    Object.values(world.schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : [])),
  ),
  ...['__typename', '_entities', '_service', 'representations', 'hub_refused_0', 'hub_key_0', 'hub_key_1', 'e0', 'e1'],
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

const OPERATIONS = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 150);

describe('whatever a client calls its fields', () => {
  it('each has the value that it asks for, in the order in which it is asked for', async () => {
    const questions = new RandomQuestions(world.apiSchema, NAMES, 12);
    let unsupported = 0;
    for (let asked = 0; asked < OPERATIONS; asked++) {
      const question = questions.next();
      try {
        const { text, errors } = await world.ask(question);
        expect({ ...question, errors, text }).toEqual({ ...question, errors: [], text: await expected(question) });
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error;
        unsupported++;
      }
    }
    // Those of which the planner itself makes aliases.
    expect(unsupported / OPERATIONS).toBeLessThan(0.05);
  });

  it.each(NAMES)('nothing else is changed by the alias %s', async (name) => {
    const others = parse(`{
      partnerships { id name ... on LambethPartnership { bodies(first: 1) { name chairs { kind } } priorities first } }
      picture { id total } networks { id kind notes { id about } }
    }`);
    const aliased = visit(others, {
      SelectionSet: ({ selections, ...set }, _, parent) =>
        isFragment(parent) || responseKeys(selections).includes(name)
          ? undefined
          : { ...set, selections: [aliasedTypename(name), ...selections] },
    });
    const { data } = await world.ask({ query: print(others) });
    const answer = await world.ask({ query: print(aliased) });
    expect(answer.errors).toEqual([]);
    expect(without(answer.data, name)).toEqual(data);
    expect(answer.text).toContain(`"${name}":"`);
  });
});

const isFragment = (node: unknown) => (node as ASTNode).kind === Kind.INLINE_FRAGMENT;

const responseKeys = (selections: readonly SelectionNode[]): string[] =>
  selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [(node.alias ?? node.name).value];
    return node.kind === Kind.INLINE_FRAGMENT ? responseKeys(node.selectionSet.selections) : [];
  });

const aliasedTypename = (alias: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: '__typename' },
});

/** A value without the names of types that stand under a key. */
function without(value: unknown, key: string): unknown {
  return JSON.parse(JSON.stringify(value), (name, inner: unknown) =>
    name === key && world.schema.getType(String(inner)) ? undefined : inner,
  );
}
