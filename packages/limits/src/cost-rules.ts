import { Kind, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode } from 'graphql';

/** What a schema says of a field's cost: `@cost` and `@listSize` of the IBM cost specification, as federation has them. */
export interface FieldRule {
  /** What its own work weighs, in points, each time that it is resolved. @default nothing */
  weight?: number;
  /** Items of the list, where no argument says how many. */
  assumedSize?: number;
  /** Arguments that say how many. */
  slicingArguments?: readonly string[];
  /** Lists inside what is returned, such as `edges`, whose size the slicing arguments say. */
  sizedFields?: readonly string[];
  /** Rules of fields inside what is returned, where they are other here than elsewhere. */
  below?: ReadonlyMap<string, FieldRule>;
}

/** The costs that a schema's directives state. */
export interface CostRules {
  ofField(type: string, field: string): FieldRule;
  /** What one value of a type weighs, in points. @default 1 */
  ofType(type: string): number;
}

const NO_RULE: FieldRule = {};

/** Reads the costs out of the SDL of a subgraph or of a supergraph. */
export function costRules({ definitions }: DocumentNode): CostRules {
  const types = new Map<string, number>();
  const fields = new Map<string, FieldRule>();
  for (const node of definitions) {
    if (!('name' in node) || !node.name || !('directives' in node)) continue;
    const weight = intIn(directiveIn(node.directives as readonly ConstDirectiveNode[], 'cost'), 'weight');
    if (weight !== undefined) types.set(node.name.value, weight);
    if (!('fields' in node)) continue;
    for (const field of node.fields ?? []) {
      if (field.kind === Kind.FIELD_DEFINITION) fields.set(`${node.name.value}.${field.name.value}`, ruleOf(field));
    }
  }
  return {
    ofField: (type, field) => fields.get(`${type}.${field}`) ?? NO_RULE,
    ofType: (type) => types.get(type) ?? 1,
  };
}

function ruleOf({ directives }: FieldDefinitionNode): FieldRule {
  const weight = intIn(directiveIn(directives, 'cost'), 'weight');
  const listSize = directiveIn(directives, 'listSize');
  const assumedSize = intIn(listSize, 'assumedSize');
  if (weight === undefined && !listSize) return NO_RULE;
  return {
    ...(weight !== undefined && { weight }),
    ...(assumedSize !== undefined && { assumedSize }),
    slicingArguments: namesIn(listSize, 'slicingArguments'),
    sizedFields: namesIn(listSize, 'sizedFields'),
  };
}

// A directive that is not imported by `@link` carries the prefix of its specification.
const directiveIn = (directives: readonly ConstDirectiveNode[] | undefined, wanted: string) =>
  directives?.find(({ name }) => name.value.replace(/^(federation|cost)__/, '') === wanted);

const argumentIn = (directive: ConstDirectiveNode | undefined, wanted: string) =>
  directive?.arguments?.find(({ name }) => name.value === wanted)?.value;

function intIn(directive: ConstDirectiveNode | undefined, argument: string): number | undefined {
  const value = argumentIn(directive, argument);
  return value?.kind === Kind.INT ? Number(value.value) : undefined;
}

function namesIn(directive: ConstDirectiveNode | undefined, argument: string): string[] {
  const value = argumentIn(directive, argument);
  return value?.kind === Kind.LIST ? value.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])) : [];
}
