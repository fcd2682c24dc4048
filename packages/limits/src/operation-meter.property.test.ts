import fc from 'fast-check';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { costRules } from './cost-rules';
import { operationLimits } from './limits';
import { OperationMeter } from './operation-meter';

/** A field of a random schema: what it returns, how many of it, and what its own work weighs. */
interface ToyField {
  type: string;
  items: number | null;
  weight: number | null;
}
/** By `Type.field`. Both types of the interface have its fields, each with sizes and weights of its own. */
type Toys = Record<string, ToyField>;

const OBJECTS = ['Query', 'A', 'B'];
const FIELDS = ['f', 'g', 'h'];
const TYPES = ['Int', 'A', 'B', 'I'];

const toys: fc.Arbitrary<Toys> = fc
  .record({
    shapes: fc.array(fc.record({ type: fc.constantFrom(...TYPES), isList: fc.boolean() }), {
      minLength: 3,
      maxLength: 3,
    }),
    costs: fc.array(fc.record({ items: fc.nat(3), weight: fc.option(fc.nat(5)) }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ shapes, costs }) =>
    Object.fromEntries(
      OBJECTS.flatMap((object, row) =>
        FIELDS.map((field, column) => {
          const { type, isList } = shapes[column]!;
          const { items, weight } = costs[row * 3 + column]!;
          return [`${object}.${field}`, { type, items: isList ? items : null, weight }];
        }),
      ),
    ),
  );

function sdlOf(schema: Toys): string {
  const fields = (object: string, isCosted: boolean) =>
    FIELDS.map((field) => {
      const { type, items, weight } = schema[`${object}.${field}`]!;
      const size = items === null || !isCosted ? '' : `@listSize(assumedSize: ${items})`;
      const cost = weight === null || !isCosted ? '' : `@cost(weight: ${weight})`;
      return `${field}: ${items === null ? type : `[${type}]`} ${size} ${cost}`;
    }).join('\n');
  return `
    directive @cost(weight: Int!) on FIELD_DEFINITION
    directive @listSize(assumedSize: Int) on FIELD_DEFINITION
    interface I { ${fields('A', false)} }
    type Query { ${fields('Query', true)} }
    type A implements I { ${fields('A', true)} }
    type B implements I { ${fields('B', true)} }
  `;
}

/** A selection: a field with what is under it, or a fragment. */
type Selection = { field: string; set: Selection[] } | { on: string; set: Selection[] } | { spread: number };

const FRAGMENTS = 2;
/** @param from - fragments that may be used: only later ones, so that there is no cycle. */
const selections = (depth: number, from: number): fc.Arbitrary<Selection[]> => {
  const under = depth > 0 ? selections(depth - 1, from) : fc.constant<Selection[]>([]);
  const spreads = from < FRAGMENTS ? [fc.record({ spread: fc.integer({ min: from, max: FRAGMENTS - 1 }) })] : [];
  return fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.record({ field: fc.constantFrom(...FIELDS, '__typename'), set: under }) },
      fc.record({ on: fc.constantFrom('A', 'B', 'I', 'Query'), set: under }),
      ...spreads,
    ),
    { minLength: 1, maxLength: 3 },
  );
};
const documents = fc.record({
  operation: selections(2, 0),
  fragments: fc
    .tuple(selections(1, 1), selections(1, 2))
    .map((sets) => sets.map((set, index) => ({ on: ['I', 'A'][index]!, set }))),
});
type Document = typeof documents extends fc.Arbitrary<infer T> ? T : never;

const textOf = (set: readonly Selection[]): string =>
  set.length === 0
    ? '{ __typename }'
    : `{ ${set
        .map((one) => {
          if ('spread' in one) return `...F${one.spread}`;
          if ('on' in one) return `... on ${one.on} ${textOf(one.set)}`;
          return one.field === '__typename' ? one.field : `${one.field} ${textOf(one.set)}`;
        })
        .join(' ')} }`;

/** Whether an object is of a type that a fragment is for. */
const isFor = (on: string, type: string) => on === type || (on === 'I' && type !== 'Query');

/** The oracle: counts selections, and builds an answer item by item, taking the dearest type wherever there is a choice. */
class Naive {
  size = 0;

  constructor(
    private readonly schema: Toys,
    private readonly document: Document,
  ) {}

  /** What one object costs, as the number of values in its answer, and of the work that fields do. */
  object(set: readonly Selection[], type: string): number {
    let cost = 0;
    for (const one of set.length > 0 ? set : [{ field: '__typename', set: [] }]) {
      this.size++;
      if ('spread' in one) {
        const { on, set: inner } = this.document.fragments[one.spread]!;
        if (isFor(on, type)) cost += this.object(inner, type);
      } else if ('on' in one) {
        if (isFor(one.on, type)) cost += this.object(one.set, type);
      } else {
        cost += this.field(one, type);
      }
    }
    return cost;
  }

  private field({ field, set }: { field: string; set: Selection[] }, type: string): number {
    if (field === '__typename') return 1;
    const { type: returned, items, weight } = this.schema[`${type}.${field}`]!;
    const types = returned === 'I' ? ['A', 'B'] : returned === 'Int' ? [] : [returned];
    const counted = this.size;
    // Each is looked at once, however many items there are, and also where there is none.
    for (const one of types) this.object(set, one);
    const size = this.size;
    let cost = weight ?? 0;
    for (let item = 0; item < (items ?? 1); item++) {
      this.size = counted;
      cost += 1 + (types.length > 0 ? Math.max(...types.map((one) => this.object(set, one))) : 0);
    }
    this.size = size;
    return cost;
  }
}

/** Takes selections off leaves, and adds nothing. */
function fitted(schema: Toys, { operation, fragments }: Document): Document {
  const fit = (set: readonly Selection[]): Selection[] =>
    set.map((one) => {
      if ('spread' in one) return one;
      const isLeaf = 'field' in one && (schema[`A.${one.field}`]?.type ?? 'Int') === 'Int';
      return { ...one, set: isLeaf ? [] : fit(one.set) };
    });
  return { operation: fit(operation), fragments: fragments.map(({ on, set }) => ({ on, set: fit(set) })) };
}

it('measures what a naive expansion of any document over any schema counts', () => {
  fc.assert(
    fc.property(toys, documents, (schema, drawn) => {
      const document = fitted(schema, drawn);
      const isLeaf = (field: string) => schema[`A.${field}`]?.type === 'Int';
      const text = `query ${textOf(document.operation)}
        ${document.fragments.map(({ on, set }, index) => `fragment F${index} on ${on} ${textOf(set)}`).join('\n')}`.replace(
        /\b([fgh]) \{ __typename \}/g,
        (written, field: string) => (isLeaf(field) ? field : written),
      );
      const sdl = sdlOf(schema);
      const limits = { ...operationLimits(1), maxSize: 1e6, maxRepeats: 100 };
      const meter = new OperationMeter(buildSchema(sdl), costRules(parse(sdl)), limits);
      const parsed = parse(text);
      const { size, cost } = meter.measure(parsed, parsed.definitions[0] as OperationDefinitionNode, {});
      const naive = new Naive(schema, document);
      expect({ cost, size }).toEqual({ cost: naive.object(document.operation, 'Query'), size: naive.size });
    }),
    { numRuns: 300 },
  );
});
