import { accessRules } from '@hub/access';
import fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  getOperationAST,
  Kind,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { readConditions } from './conditions';
import { enforce } from './enforce';
import { FieldRequirements } from './field-requirements';

const SDL = `
  directive @authenticated on OBJECT | FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
  type Query { open: Open! opens: [[Open]] any: Any hidden: Hidden either: [Either!] child: Child me: String @authenticated }
  interface Any { id: ID! text(of: Int): String open: Open any: Any }
  type Open implements Any {
    id: ID! text(of: Int): String open: Open any: Any child: Child
    kept: String @requiresScopes(scopes: [["budget:read"]])
  }
  type Mixed implements Any {
    id: ID! text(of: Int): String @requiresScopes(scopes: [["budget:read"]]) open: Open any: Any @authenticated
  }
  type Hidden @requiresScopes(scopes: [["budget:read"]]) { id: ID! open: Open }
  union Either = Open | Hidden
  type Child { id: ID! @requiresScopes(scopes: [["movements:read"]]) name: String }
`;
const schema = buildSchema(SDL);
const requirements = new FieldRequirements(schema, accessRules(parse(SDL)));

/** Written by hand, and not read from the directives: what each of three callers may not select. */
const GUARDED = ['Query.hidden', 'Query.either', 'Any.text', 'Mixed.text', 'Open.kept', 'Hidden.id', 'Hidden.open'];
const CALLERS = {
  nobody: { caller: null, forbidden: ['Query.me', 'Any.any', 'Mixed.any', 'Child.id', ...GUARDED] },
  somebody: { caller: { scopes: new Set<string>() }, forbidden: ['Child.id', ...GUARDED] },
  reader: { caller: { scopes: new Set(['budget:read']) }, forbidden: ['Child.id'] },
};

function enforced(text: string, caller: { scopes: ReadonlySet<string> } | null, variables = {}) {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  const conditions = readConditions(document, operation, variables);
  return enforce({ schema, requirements, document, operation, conditions, caller });
}

/** A small world with a cycle, so that any depth has an answer. */
type Toy = { [field: string]: unknown };
const open: Toy = { __typename: 'Open', id: 'o', text: 'open text', kept: 'kept' };
const mixed: Toy = { __typename: 'Mixed', id: 'm', text: 'mixed text', open };
const hidden: Toy = { __typename: 'Hidden', id: 'h', open };
const child: Toy = { __typename: 'Child', id: 'c', name: 'name' };
Object.assign(open, { open, any: mixed, child });
Object.assign(mixed, { any: open });
const opens = [[open, null], null];
const ROOT: Toy = { __typename: 'Query', open, opens, any: mixed, hidden, either: [open, hidden], child, me: 'me' };

/** Random valid operations: fields, aliases, conditions, inline fragments, and fragments used again and again. */
const FIELDS: Record<string, [string, string | null][]> = {
  Query: [
    ['open', 'Open'],
    ['opens', 'Open'],
    ['any', 'Any'],
    ['hidden', 'Hidden'],
    ['either', 'Either'],
    ['child', 'Child'],
    ['me', null],
  ],
  Any: [
    ['id', null],
    ['text', null],
    ['open', 'Open'],
    ['any', 'Any'],
  ],
  Open: [
    ['id', null],
    ['text', null],
    ['open', 'Open'],
    ['any', 'Any'],
    ['kept', null],
    ['child', 'Child'],
  ],
  Mixed: [
    ['id', null],
    ['text', null],
    ['open', 'Open'],
    ['any', 'Any'],
  ],
  Hidden: [
    ['id', null],
    ['open', 'Open'],
  ],
  Either: [],
  Child: [
    ['id', null],
    ['name', null],
  ],
};
const INTO: Record<string, string[]> = {
  Query: ['Query'],
  Any: ['Any', 'Open', 'Mixed'],
  Open: ['Open', 'Any'],
  Mixed: ['Mixed', 'Any'],
  Hidden: ['Hidden'],
  Either: ['Open', 'Hidden', 'Any'],
  Child: ['Child'],
};
const FRAGMENTS = ['Any', 'Open', 'Query'];
const CONDITIONS = ['', '', '', '@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: true)'];

const selections = (type: string, depth: number, fragments: readonly string[]): fc.Arbitrary<string> => {
  const field = fc
    .tuple(
      fc.constantFrom(...FIELDS[type]!, ['__typename', null] as [string, null]),
      fc.constantFrom(...CONDITIONS),
      fc.nat(3),
    )
    .chain(([[name, inner], condition, alias]) => {
      // An alias belongs to one field, so that what is merged can be merged.
      const key = alias === 0 ? `a_${name}: ` : '';
      if (inner === null) return fc.constant(`${key}${name} ${condition}`);
      if (depth === 0) return fc.constant(`${key}__typename`.replace(`a_${name}`, 'a___typename'));
      return selections(inner, depth - 1, fragments).map((set) => `${key}${name} ${condition} { ${set} }`);
    });
  const into = fc
    .tuple(fc.constantFrom(...INTO[type]!), fc.constantFrom(...CONDITIONS))
    .chain(([to, condition]) =>
      depth === 0
        ? fc.constant('__typename')
        : selections(to, depth - 1, fragments).map((set) => `... on ${to} ${condition} { ${set} }`),
    );
  const fitting = fragments.filter((name) => INTO[type]!.includes(name));
  const spread = fc.constantFrom(...fitting.map((name) => `...F${name}`), '__typename');
  return fc
    .array(fc.oneof({ arbitrary: field, weight: 5 }, { arbitrary: into, weight: 2 }, spread), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) => all.join(' '));
};

const operations = fc
  .tuple(
    selections('Query', 3, FRAGMENTS),
    // Each fragment spreads only those before it, so that there is no cycle.
    ...FRAGMENTS.map((type, index) => selections(type, 2, FRAGMENTS.slice(0, index))),
  )
  .map(([root, ...fragments]) => {
    const all = fragments.map((set, index) => `fragment F${FRAGMENTS[index]!} on ${FRAGMENTS[index]!} { ${set} }`);
    const used = `...FQuery ...U } fragment U on Query { open { ...FAny ...FOpen } open { id @include(if: $yes) @skip(if: $no) }`;
    return `query($yes: Boolean!, $no: Boolean = false) { ${root} ${used} } ${all.join(' ')}`;
  });

/**
 * What a caller is to be answered: a second, plain reading of the rules. It has no rewriting
 * and no sharing of fragments; it looks at one object after another, with every fragment expanded.
 */
class Expected {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly document: DocumentNode,
    private readonly forbidden: readonly string[],
    private readonly variables: Record<string, boolean>,
  ) {
    const definitions = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(definitions.map((node) => [node.name.value, node]));
  }

  get answer(): unknown {
    return this.#object(ROOT, [[getOperationAST(this.document)!.selectionSet, 'Query']]);
  }

  #object(toy: Toy, sets: [SelectionSetNode, string][]): object | null {
    const fields = new Map<string, { name: string; isRefused: boolean; inner: [SelectionSetNode, string][] }>();
    const collect = (set: SelectionSetNode, type: string): void => {
      for (const node of set.selections) {
        if (this.#isHidden(node)) continue;
        if (node.kind === Kind.FIELD) {
          const name = node.name.value;
          const key = (node.alias ?? node.name).value;
          const field = fields.get(key) ?? { name, isRefused: false, inner: [] };
          fields.set(key, field);
          field.isRefused ||= this.forbidden.includes(`${type}.${name}`);
          const of = FIELDS[type]!.find(([one]) => one === name)?.[1];
          if (of && !this.forbidden.includes(`${type}.${name}`)) field.inner.push([node.selectionSet!, of]);
        } else {
          const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value)!;
          const to = fragment.typeCondition!.name.value;
          if (IS[toy['__typename'] as string]!.includes(to)) collect(fragment.selectionSet, to);
        }
      }
    };
    for (const [set, type] of sets) collect(set, type);
    // `Child.id` may not be null.
    if (toy === child && [...fields.values()].some(({ name, isRefused }) => name === 'id' && isRefused)) return null;
    return Object.fromEntries(
      [...fields].map(([key, { name, isRefused, inner }]) => [key, isRefused ? null : this.#value(toy[name], inner)]),
    );
  }

  #value(value: unknown, inner: [SelectionSetNode, string][]): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#value(one, inner));
    return typeof value === 'object' && value !== null ? this.#object(value as Toy, inner) : value;
  }

  #isHidden({ directives = [] }: SelectionNode): boolean {
    return directives.some(({ name, arguments: [condition] = [] }) => {
      const value = condition!.value as { value?: boolean; name?: { value: string } };
      return (value.name ? this.variables[value.name.value] : value.value) === (name.value === 'skip');
    });
  }
}

/** Of each object type, the type conditions that it fulfils. */
const IS: Record<string, string[]> = {
  Query: ['Query'],
  Open: ['Open', 'Any'],
  Mixed: ['Mixed', 'Any'],
  Hidden: ['Hidden'],
  Child: ['Child'],
};

const whole = (text: string) =>
  executeSync({ schema, document: parse(text), rootValue: ROOT, variableValues: { yes: true } }).data;

describe.each(Object.entries(CALLERS))('for %s, in any operation', (_, { caller, forbidden }) => {
  it('what may not be seen is not in it, is null in the answer, and everything else is as it was', () => {
    fc.assert(
      fc.property(operations, (text) => {
        // The generator makes what validates, but for types that cannot meet.
        fc.pre(validate(schema, parse(text)).length === 0);
        const { document, markers, isNull, access } = enforced(text, caller, { yes: true });

        expect(validate(schema, document)).toEqual([]);
        const types = new TypeInfo(schema);
        visit(
          document,
          visitWithTypeInfo(types, {
            Field: ({ name }) => expect(forbidden).not.toContain(`${types.getParentType()!.name}.${name.value}`),
          }),
        );

        const { data } = executeSync({ schema, document, rootValue: ROOT, variableValues: { yes: true } });
        const answer = isNull ? null : markers.restore(data);
        const expected = new Expected(parse(text), forbidden, { yes: true, no: false }).answer;
        // As text, so that the order of fields counts.
        expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
        if (JSON.stringify(answer) !== JSON.stringify(whole(text))) expect(access.refused).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('enforce', () => {
  const nobody = CALLERS.nobody.caller;

  it('hands back the very document when nothing in it is refused', () => {
    const document = parse('query($x: Int) { open { text(of: $x) } }');
    const operation = getOperationAST(document)!;
    const options = { schema, requirements, document, operation, conditions: new Map(), caller: nobody };
    expect(enforce(options).document).toBe(document);
  });

  it('leaves no variable, fragment or operation behind that nothing uses', () => {
    const { document } = enforced(
      'query A($x: Int, $y: Int) { any { text(of: $x) id } open { text(of: $y) ...G } } fragment F on Mixed { id } fragment G on Any { any { ...F } }',
      nobody,
    );
    expect(print(document).replace(/\s+/g, ' ')).toBe(
      'query A($y: Int) { any { hub_refused_0: __typename id } open { text(of: $y) ...G } } fragment G on Any { hub_refused_1: __typename }',
    );
  });

  it('bubbles a null to the nearest place where one may stand, and fetches nothing of what it takes', () => {
    const { document, isNull, access } = enforced('{ open { child { id name } id } child { name } }', nobody);
    expect(print(document).replace(/\s+/g, ' ')).toBe('{ open { hub_refused_1: __typename id } child { name } }');
    expect([isNull, access.refused[0]?.path, access.childLevel]).toEqual([
      false,
      ['open', 'child', 'id'],
      { granted: [], refused: ['Child.id'] },
    ]);
  });

  it('walks fragments that double at each level once each, and tells of 100 places', () => {
    const LEVELS = 40;
    const fragments = Array.from({ length: LEVELS }, (_, i) => {
      const next = i + 1 === LEVELS ? 'x: text' : `...F${i + 1}`;
      return `fragment F${i} on Any { a: open { any { ${next} } } b: open { any { ${next} } } c: any { id } }`;
    });
    const start = performance.now();
    const { access } = enforced(`{ any { ...F0 } } ${fragments.join(' ')}`, nobody);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(access.refused).toHaveLength(100);
  });
});
