import { Directive } from 'type-graphql';

/** What `@ListSize()` and its like may stand on: a field, a query or a mutation. */
export type CostDecorator = PropertyDecorator & MethodDecorator;

/**
 * How long a list is, for what a question costs.
 *
 * @param size - items: the most there can be, or what is usual; or the argument that says how many.
 */
export function ListSize(size: number | 'first'): CostDecorator {
  const argument = typeof size === 'number' ? `assumedSize: ${size}` : `slicingArguments: ["${size}"]`;
  return Directive(`@listSize(${argument})`) as CostDecorator;
}
