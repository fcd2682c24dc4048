import { accessRules } from '@hub/access';
import fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  getOperationAST,
  isObjectType,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
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

/** One value for every type, so that all differences in answers come from what was asked. */
const VALUE: Record<string, unknown> = {};
const open = { __typename: 'Open', id: 'o', text: 'open text', open: () => VALUE['open'], kept: 'kept' };
const mixed = { __typename: 'Mixed', id: 'm', text: 'mixed text', open };
const hidden = { __typename: 'Hidden', id: 'h', open };
Object.assign(VALUE, { open });
Object.assign(open, { any: () => mixed, child: { id: 'c', name: 'name' } });
Object.assign(mixed, { any: () => open });
const ROOT = {
  open,
  opens: [[open, null], null],
  any: mixed,
  hidden,
  either: [open, hidden],
  child: { id: 'c', name: 'n' },
  me: 'me',
};

const run = (document: ReturnType<typeof parse>, variableValues: Record<string, unknown>) =>
  JSON.parse(JSON.stringify(executeSync({ schema, document, rootValue: ROOT, variableValues }))) as {
    data: unknown;
    errors?: unknown[];
  };

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
    selections('Query', 4, FRAGMENTS),
    // Each fragment spreads only those before it, so that there is no cycle.
    ...FRAGMENTS.map((type, index) => selections(type, 3, FRAGMENTS.slice(0, index))),
  )
  .map(([root, ...fragments]) => {
    const all = fragments.map((set, index) => `fragment F${FRAGMENTS[index]!} on ${FRAGMENTS[index]!} { ${set} }`);
    const used = `...FQuery ...U } fragment U on Query { open { ...FAny ...FOpen } open { id @include(if: $yes) @skip(if: $no) }`;
    return `query($yes: Boolean!, $no: Boolean = false) { ${root} ${used} } ${all.join(' ')}`;
  });

/** The response paths of a document that a caller may see, and may not, by expanding it in full. */
function pathsOf(text: string, forbidden: ReadonlySet<string>, variables: Record<string, unknown>) {
  const document = parse(text);
  const allowed = new Set<string>();
  const refused = new Set<string>();
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === 'FragmentDefinition' ? [[node.name.value, node] as const] : [],
    ),
  );
  const hides = (node: {
    directives?: readonly { name: { value: string }; arguments?: readonly { value: unknown }[] }[];
  }) =>
    (node.directives ?? []).some((directive) => {
      const value = directive.arguments![0]!.value as { value?: boolean; name?: { value: string } };
      const on = value.name ? (variables[value.name.value] ?? false) : value.value;
      return directive.name.value === 'skip' ? on : !on;
    });
  const expand = (set: { selections: readonly unknown[] }, type: string, path: string) => {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    for (const node of set.selections as any[]) {
      if (hides(node)) continue;
      if (node.kind === 'FragmentSpread') {
        const fragment = fragments.get(node.name.value)!;
        expand(fragment.selectionSet, fragment.typeCondition.name.value, path);
      } else if (node.kind === 'InlineFragment') {
        expand(node.selectionSet, node.typeCondition.name.value, path);
      } else {
        const name = node.name.value as string;
        const here = `${path}.${(node.alias ?? node.name).value as string}`;
        if (forbidden.has(`${type}.${name}`)) {
          refused.add(here);
        } else {
          allowed.add(here);
          const inner = FIELDS[type]?.find(([field]) => field === name)?.[1];
          if (inner) expand(node.selectionSet, inner, here);
        }
      }
    }
  };
  expand(getOperationAST(document)!.selectionSet, 'Query', '');
  return { allowed, refused };
}

/** Compares an answer with the one of somebody who may see everything. */
function compare(answer: unknown, whole: unknown, path: string, paths: ReturnType<typeof pathsOf>) {
  if (Array.isArray(answer)) {
    answer.forEach((one, index) => compare(one, (whole as unknown[])[index], path, paths));
    expect(answer).toHaveLength((whole as unknown[]).length);
  } else if (typeof answer === 'object' && answer !== null) {
    const keys = Object.keys(whole as object);
    for (const key of keys) {
      const here = `${path}.${key}`;
      const has = Object.hasOwn(answer, key);
      const value = (answer as Record<string, unknown>)[key];
      const isRefused = paths.refused.has(here);
      // Refused for one type and allowed for another, as fragments ask: which it is here, its type decides.
      if (isRefused && (value === null || !paths.allowed.has(here))) expect([here, value]).toEqual([here, null]);
      else if (paths.allowed.has(here)) compare(value, (whole as Record<string, unknown>)[key], here, paths);
      else expect([here, has]).toEqual([here, false]);
    }
    // In the client's order, and nothing that was not asked for.
    expect(Object.keys(answer)).toEqual(keys.filter((key) => Object.hasOwn(answer, key)));
  } else {
    expect([path, answer]).toEqual([path, whole]);
  }
}

describe.each(Object.entries(CALLERS))('for %s, in any operation', (_, { caller, forbidden }) => {
  it('what may not be seen is not in it, is null in the answer, and everything else is as it was', () => {
    const variables = { yes: true };
    fc.assert(
      fc.property(operations, (text) => {
        // The generator makes what validates, but for types that cannot meet.
        fc.pre(validate(schema, parse(text)).length === 0);
        const { document, markers, isNull, access } = enforced(text, caller, variables);

        expect(validate(schema, document)).toEqual([]);
        const types = new TypeInfo(schema);
        visit(
          document,
          visitWithTypeInfo(types, {
            Field: ({ name }) => expect(forbidden).not.toContain(`${types.getParentType()!.name}.${name.value}`),
          }),
        );

        const paths = pathsOf(text, new Set(forbidden), variables);
        const dots = access.refused.map(({ path }) => '.' + path.filter((part) => part !== '@').join('.'));
        if (paths.refused.size < 100) expect(new Set(dots)).toEqual(paths.refused);
        // Hidden.id and Child.id may not be null: the objects around them cannot stand.
        if (isNull || [...paths.refused].some((path) => NOT_NULL.test(path))) return;
        const restored = JSON.parse(JSON.stringify(markers.restore(run(document, variables).data))) as unknown;
        compare(restored, run(parse(text), variables).data, '', paths);
      }),
      { numRuns: 300 },
    );
  });
});

const NOT_NULL = /child\.(a_)?id$/;

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
    expect(performance.now() - start).toBeLessThan(500);
    expect(access.refused).toHaveLength(100);
  });

  it('finds every object type of the toy schema in its table', () => {
    const named = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && !type.name.startsWith('__'),
    );
    expect(Object.keys(FIELDS)).toEqual(expect.arrayContaining(named.map(({ name }) => name)));
  });
});
