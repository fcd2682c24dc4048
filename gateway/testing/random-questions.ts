import fc from 'fast-check';
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';

/** Arguments of the fields of a small London; a field without any here is asked for without. */
const ARGUMENTS: Record<string, readonly string[]> = {
  bodies: ['', '(first: 1)', '(first: 2)', '(first: $n)'],
  notes: ['', '(first: 1)', '(first: 3)', '(first: $n)'],
  partnership: ['(id: "Lambeth")', '(id: "Havering")', '(id: "nobody")'],
  networks: ['', '(kind: CHAIRS)', '(kind: LEADS)'],
  noted: [
    '',
    '(like: { name: "a", kinds: [CHAIRS] })',
    '(like: { kinds: [CHAIRS], name: "a" })',
    '(like: { name: $text })',
  ],
};
const CONDITIONS = ['', '', '', '', '@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: false)'];

/** An operation of a small London, with its variables. */
export interface RandomQuestion {
  query: string;
  variables: Record<string, unknown>;
}

/**
 * Random questions: every field, aliases, arguments, conditions, fragments within and beside.
 *
 * @param aliases - which may stand before any field; none is as likely as any.
 */
export function randomQuestions(
  schema: GraphQLSchema,
  aliases: readonly string[],
  depth = 4,
): fc.Arbitrary<RandomQuestion> {
  const fragmentTypes = ['LocalPartnership', 'Network', 'LambethPartnership'];
  const objects = (type: GraphQLCompositeType) => (isObjectType(type) ? [type] : schema.getPossibleTypes(type));

  const selection = (type: GraphQLCompositeType, left: number, fragments: readonly string[]): fc.Arbitrary<string> => {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const alias = fc.oneof(
      { weight: 3, arbitrary: fc.constant('') },
      fc.constantFrom(...aliases.map((one) => `${one}: `)),
    );
    const field = fc
      .tuple(alias, fc.constantFrom(...fields.map(({ name }) => name), '__typename'), fc.constantFrom(...CONDITIONS))
      .chain(([key, name, condition]) => {
        const of = name === '__typename' || isUnionType(type) ? undefined : getNamedType(type.getFields()[name]!.type);
        if (!of || !isCompositeType(of)) return fc.constant(`${key}${name} ${condition}`);
        if (left === 0) return fc.constant('__typename');
        return fc
          .tuple(fc.constantFrom(...(ARGUMENTS[name] ?? [''])), selection(of, left - 1, fragments))
          .map(([given, set]) => `${key}${name}${given} ${condition} { ${set} }`);
      });
    const overlapping = Object.values(schema.getTypeMap())
      .filter(isCompositeType)
      .filter((one) => !one.name.startsWith('__') && objects(one).some((object) => objects(type).includes(object)));
    const within = fc
      .tuple(fc.constantFrom(...overlapping), fc.constantFrom(...CONDITIONS))
      .chain(([to, condition]) =>
        left === 0
          ? fc.constant('__typename')
          : selection(to, left - 1, fragments).map((set) => `... on ${to.name} ${condition} { ${set} }`),
      );
    const fitting = fragments.filter((name) => overlapping.some((one) => one.name === name));
    const beside = fc.constantFrom(...fitting.map((name) => `...F${name}`), '__typename');
    const parts = fields.length > 0 ? [{ arbitrary: field, weight: 6 }] : [];
    return fc
      .array(fc.oneof(...parts, { arbitrary: within, weight: 2 }, { arbitrary: beside, weight: 1 }), {
        minLength: 1,
        maxLength: 4,
      })
      .map((all) => all.join(' '));
  };

  const named = (name: string) => schema.getType(name) as GraphQLCompositeType;
  return fc
    .tuple(
      selection(schema.getQueryType()!, depth, fragmentTypes),
      fc.tuple(...fragmentTypes.map((name, index) => selection(named(name), 2, fragmentTypes.slice(0, index)))),
      fc.record({
        yes: fc.boolean(),
        no: fc.boolean(),
        n: fc.constantFrom(0, 1, 2),
        text: fc.constantFrom('é', '"\\', null),
      }),
    )
    .map(([root, sets, variables]) => ({ query: document(root, fragmentTypes, sets), variables }))
    .filter(({ query }) => validate(schema, parse(query)).length === 0);
}

/** A document with the fragments and variables that it uses. */
function document(root: string, names: readonly string[], sets: readonly string[]): string {
  const isUsed = (text: string, name: string) => text.includes(`...F${name} `) || text.endsWith(`...F${name}`);
  let text = root;
  const fragments: string[] = [];
  for (let index = names.length - 1; index >= 0; index--) {
    if (!isUsed(text, names[index]!)) continue;
    fragments.push(`fragment F${names[index]!} on ${names[index]!} { ${sets[index]!} }`);
    text = `${text} ${sets[index]!} `;
  }
  const variables = ['$yes: Boolean!', '$no: Boolean = false', '$n: Int', '$text: String'].filter((one) =>
    new RegExp(`\\${one.split(':')[0]!}\\b`).test(text),
  );
  return `query${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${root} } ${fragments.join(' ')}`;
}
