import { Directive } from 'type-graphql';
import type { CostDecorator } from './list-size';

/**
 * What a field's own work costs, each time that it is resolved: a statement that reads much, or a reduction of what every
 * partnership is asked for.
 *
 * @param weight - points; one is a value of an answer, some 15 µs of processor time.
 */
export function Cost(weight: number): CostDecorator {
  return Directive(`@cost(weight: ${weight})`) as CostDecorator;
}
