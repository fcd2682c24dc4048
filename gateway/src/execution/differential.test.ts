import {
  getOperationAST,
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  type OperationDefinitionNode,
} from 'graphql';
import { AccessTrail } from '../audit/access-trail';
import { fragmentsOf } from './response-keys';
import { down, PlannedWorld, type Exchange, type WorldAnswer } from '../../testing/planned-world';
import { RandomQuestions, type RandomQuestion } from '../../testing/random-questions';
import { SmallLondon } from '../../testing/small-london';
import { Unsupported } from './unsupported';

const london = new SmallLondon();
const world = new PlannedWorld(london.toys);
const OPERATIONS = Number(process.env['DIFFERENTIAL_OPERATIONS'] ?? 100);
/** How many differences are shown. */
const SHOWN = 10;
const SEED = Number(process.env['DIFFERENTIAL_SEED'] ?? 0);

// As many as anybody likes may be asked for by hand.
jest.setTimeout(300_000 + 300 * OPERATIONS);

/** Aliases that can meet no key, since the stock executor does not keep them apart. */
const SAFE = ['aa', 'bb', 'cc', 'dd'];
const ALIASES = ['id', 'name', 'kind', 'bodies', 'priorities', 'networks', 'constructor'];

/** What goes wrong while a question is answered: the same, whoever asks, and in however many requests. */
const FAULTS: Record<string, { set?(): void; exchange: Exchange }> = {
  nothing: { exchange: world.exchange },
  'a subgraph is down': { exchange: but('lambeth', async () => down('lambeth')) },
  'two subgraphs are down': {
    exchange: (subgraph, body) =>
      subgraph === 'london-scp' ? world.exchange(subgraph, body) : Promise.resolve(down(subgraph)),
  },
  'all is down': { exchange: async (subgraph) => down(subgraph) },
  'data is null': {
    exchange: but('havering', async () => '{"data":null,"errors":[{"message":"no","extensions":{"code":"X"}}]}'),
  },
  'an entity is not found': { set: () => london.lost.add('Lambeth'), exchange: world.exchange },
  'a network is not found': { set: () => london.lost.add('n1'), exchange: world.exchange },
  'a field fails under an entity': {
    set: () => london.throwing.add('LambethPartnership.priorities'),
    exchange: world.exchange,
  },
  'a field fails that may not be null': {
    set: () => london.throwing.add('HaveringPartnership.lead'),
    exchange: world.exchange,
  },
  'fields fail': {
    set: () =>
      ['Network.name', 'Network.kind', 'Picture.total', 'Body.chairs'].forEach((one) => london.throwing.add(one)),
    exchange: world.exchange,
  },
  garbage: { exchange: but('lambeth', async () => '{"data":') },
  'values of another type': {
    exchange: replacing([/:5\b/g, ':"five"'], [/"Lambeth neglect"/g, '{"a":1}'], [/:12.5/g, ':true']),
  },
  'unknown values of enums': { exchange: replacing([/"CHAIRS"/g, '"CLOSED"']) },
  'lists and objects exchanged': { exchange: replacing([/:\["Lambeth neglect","é"\]/g, ':7'], [/:\[\]/g, ':{}']) },
  'a null where none may be': { exchange: replacing([/:"Lambeth Executive"/g, ':null']) },
  'too few entities': { exchange: but('lambeth', async () => '{"data":{"_entities":[]}}') },
};

function but(name: string, answer: () => ReturnType<Exchange>): Exchange {
  return (subgraph, body) => (subgraph === name ? answer() : world.exchange(subgraph, body));
}

function replacing(...changes: [RegExp, string][]): Exchange {
  return async (subgraph, body) => {
    const text = (await world.exchange(subgraph, body)) as string;
    return changes.reduce((changed, [from, to]) => changed.replace(from, to), text);
  };
}

/** Asks questions while things go wrong, one after another. */
async function each(
  aliases: readonly string[],
  seed: number,
  look: (
    question: RandomQuestion & { exchange: Exchange },
    own: WorldAnswer,
    asked: ReadonlySet<string>,
  ) => Promise<void>,
): Promise<void> {
  const questions = new RandomQuestions(world.apiSchema, aliases, SEED + seed);
  const names = Object.keys(FAULTS);
  const differences: string[] = [];
  for (let asked = 0; asked < OPERATIONS; asked++) {
    const name = names[asked % names.length]!;
    const fault = FAULTS[name]!;
    const question = { ...questions.next(), exchange: fault.exchange };
    london.throwing.clear();
    london.lost.clear();
    fault.set?.();
    try {
      const trail = new AccessTrail();
      await look(question, await world.ask({ ...question, trail }), trail.asked);
    } catch (error) {
      if (error instanceof Unsupported) continue;
      const { query, variables } = question;
      differences.push(`${name}: ${query} ${JSON.stringify(variables)}\n${(error as Error).message}`);
    }
  }
  if (differences.length === 0) return;
  throw new Error([`${differences.length} of ${OPERATIONS} differ.`, ...differences.slice(0, SHOWN)].join('\n\n'));
}

/**
 * The same question as the stock executor can answer it: under keys that are those of no field, since it does not tell a
 * client's from its own; and with the type of every object, since without it an object of which nothing is left is `null`
 * there, and fragments inside a fragment on an abstract type do not count.
 */
const forStock = (document: DocumentNode): DocumentNode =>
  visit(renamed(document), {
    SelectionSet: ({ selections, ...node }) => ({
      ...node,
      selections: [...selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const],
    }),
  });

/** It looks for a list also where another type has something else under the key, and ends there. */
function crashed(error: unknown): undefined {
  if (!(error instanceof TypeError) || error.message !== 'value.flatMap is not a function') throw error;
}

/** Its answer, as to the question that was asked. */
const fromStock = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { __typename: _type, ...rest } = value as Record<string, unknown>;
    return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key.replace(/^r_/, ''), one]));
  });

const MISFIT = 'ANSWER_MISFIT';

/** The codes of errors with their subgraphs. Of what does not fit the schema the stock executor says nothing. */
const codes = (answers: readonly WorldAnswer[], isCompared = (code: string) => !code.startsWith(MISFIT)) =>
  [
    ...new Set(
      answers
        .flatMap(({ errors }) =>
          errors.map(({ extensions = {} }) => [extensions['code'], extensions['subgraph']].join(' ')),
        )
        .filter(isCompared),
    ),
  ].sort();

/** The same question without named fragments. */
function inlined(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const inline = (node: OperationDefinitionNode | FragmentDefinitionNode): typeof node =>
    visit(node, {
      FragmentSpread: ({ name, directives = [] }): InlineFragmentNode => {
        const { typeCondition, selectionSet } = inline(fragments.get(name.value)!) as FragmentDefinitionNode;
        return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
      },
    });
  return { kind: Kind.DOCUMENT, definitions: [inline(getOperationAST(document)!)] };
}

/** The same question with every response key renamed. */
const renamed = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Field: ({ alias, name, ...node }): FieldNode => ({
      ...{ ...node, name, alias: { kind: Kind.NAME, value: `r_${(alias ?? name).value}` } },
    }),
  });

const withOldNames = (text: string) => text.replaceAll(/"r_(\w+)"/g, '"$1"');

/** The question in several: each root field that stands alone, and the rest. */
function split(document: DocumentNode): DocumentNode[] {
  const operation = getOperationAST(document)!;
  const { selections } = operation.selectionSet;
  const keys = selections.map((node) => (node.kind === Kind.FIELD ? (node.alias ?? node.name).value : undefined));
  const isAlone = (index: number) =>
    keys[index] !== undefined && keys.filter((key) => key === keys[index]).length === 1;
  const others = keys.includes(undefined) ? [] : selections.filter((_, index) => isAlone(index)).map((node) => [node]);
  const rest = others.length > 0 ? selections.filter((_, index) => !isAlone(index)) : selections;
  return [...others, ...(rest.length > 0 ? [rest] : [])].map((part): DocumentNode => {
    const selectionSet = { kind: Kind.SELECTION_SET, selections: part } as const;
    return { ...document, definitions: [{ ...operation, selectionSet }] };
  });
}

describe('with whatever goes wrong', () => {
  it('the answer is that of the stock executor, where that keeps to the specification', async () => {
    await each(SAFE, 1, async (question, own, asked) => {
      const stock = await world.askStock({ ...question, query: print(forStock(parse(question.query))) }).catch(crashed);
      if (!stock) return;
      // A list where none belongs, or none where one does, costs there the whole answer.
      if (stock.errors.some(({ message }) => message.startsWith('Invalid non-'))) {
        expect(codes([own], (code) => code.startsWith(MISFIT))).not.toEqual([]);
        return;
      }
      // But for the order of keys, which it does not keep.
      expect(own.data).toEqual(fromStock(stock.data));
      // It also asks for what conditions leave nothing of.
      const errors = stock.errors.filter(({ extensions: { subgraph } = {} }) => {
        return subgraph === undefined || asked.has(String(subgraph));
      });
      expect(codes([own])).toEqual(codes([{ ...stock, errors }]));
    });
  });

  it('the answer is the same with fragments inlined and with other aliases, and no null is without an error', async () => {
    await each(ALIASES, 2, async (question, own) => {
      const document = parse(question.query);
      const ask = (other: DocumentNode) => world.ask({ ...question, query: print(other) });
      const [inline, other] = [await ask(inlined(document)), await ask(renamed(document))];
      expect([inline.text, withOldNames(other.text)]).toEqual([own.text, own.text]);
      expect(sorted(inline.errors)).toEqual(sorted(own.errors));
      expect(sorted(JSON.parse(withOldNames(JSON.stringify(other.errors)).replaceAll(/\br_/g, '')) as [])).toEqual(
        sorted(own.errors),
      );
      if (own.text === 'null') expect(own.errors).not.toEqual([]);
    });
  });

  it('the answer is the same when its root fields are asked for one by one', async () => {
    await each(SAFE, 3, async (question, own) => {
      const parts = split(inlined(parse(question.query)));
      const answers = await Promise.all(parts.map((part) => world.ask({ ...question, query: print(part) })));
      if (answers.some(({ data }) => data === null)) expect(own.text).toBe('null');
      else expect(Object.assign({}, ...answers.map(({ data }) => data))).toEqual(own.data);
      if (own.data !== null) expect(codes(answers)).toEqual(codes([own]));
    });
  });
});

/** Errors in one order, and what each says is missing, as a client gets it. */
const sorted = (errors: WorldAnswer['errors']) =>
  errors
    .map((error) =>
      JSON.stringify(error, (name, value: unknown) => (name === 'paths' ? (value as string[]).toSorted() : value)),
    )
    .sort();
