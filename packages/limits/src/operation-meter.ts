import {
  getIntrospectionQuery,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { ArgumentValues, sizesIn, type Variables } from './argument-values';
import type { CostRules, FieldRule } from './cost-rules';
import { introspectionRules } from './introspection-rules';
import type { OperationLimits } from './limits';
import { WrittenOut } from './written-out';

/** What an operation asks, its fragments and interfaces written out. */
export interface Measured {
  /** Selections; where there are more than the limit, somewhat more than it. */
  size: number;
  /** Fields from the root to the deepest leaf. */
  depth: number;
  /** The first field that stands inside itself more often than it may. */
  circular: string | null;
  /** The first field of introspection that stands beside itself more often than it may. */
  repetitive: string | null;
  /** What the answer costs at most, in points. */
  cost: number;
  /** Whether it asks for the schema. */
  isIntrospection: boolean;
}

/** Federation's own: one item for each representation. */
const ENTITIES: FieldRule = { slicingArguments: ['representations'] };

const EVERYTHING = getIntrospectionQuery({
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

/** Characters of sizes: a caller's variables may name a megabyte of types. */
const MOST_REMEMBERED = 500;

/** What was measured, and for which sizes of which variables. */
interface Known {
  asked: ReadonlySet<string>;
  sizes: string;
  measured: Measured;
}

/** Measures operations on one schema. */
export class OperationMeter {
  /** What the standard introspection query costs, in points. */
  readonly introspectionCost: number;
  readonly #rules: CostRules;
  /**
   * What was measured last of an operation, with the variables that may change it. Goes when whoever parsed the document
   * forgets it.
   */
  readonly #known = new WeakMap<OperationDefinitionNode, Known>();

  /** @param limits - where measuring stops, and what counts as too often. */
  constructor(
    private readonly schema: GraphQLSchema,
    rules: CostRules,
    readonly limits: OperationLimits,
  ) {
    const introspection = introspectionRules(schema);
    this.#rules = {
      ofType: rules.ofType,
      ofField: (type, field) => {
        if (field === '_entities') return ENTITIES;
        return introspection.get(`${type}.${field}`) ?? rules.ofField(type, field);
      },
    };
    const document = parse(EVERYTHING);
    this.introspectionCost = this.measure(document, document.definitions[0] as OperationDefinitionNode, {}).cost;
  }

  /** @param operation - one of the document's. */
  measure(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Measured {
    const known = this.#known.get(operation);
    if (known && sizesIn(variables, known.asked) === known.sizes) return known.measured;
    const values = new ArgumentValues(operation, variables);
    const measured = this.#measure(document, operation, values);
    const { asked } = values;
    if (asked === null) return measured;
    const sizes = sizesIn(variables, asked);
    if (sizes.length <= MOST_REMEMBERED) this.#known.set(operation, { asked, sizes, measured });
    return measured;
  }

  #measure(document: DocumentNode, operation: OperationDefinitionNode, values: ArgumentValues): Measured {
    const { schema, limits } = this;
    const written = new WrittenOut({ schema, rules: this.#rules, fragments: fragmentsOf(document), values }, limits);
    const root = schema.getRootType(operation.operation);
    const cost = root ? written.add(operation.selectionSet, root) : 0;
    const { size, depth, circular, repetitive, isIntrospection } = written;
    return { size, depth, circular, repetitive, isIntrospection, cost: Math.ceil(cost) };
  }
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
