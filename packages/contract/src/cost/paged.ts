import { Directive } from 'type-graphql';
import type { CostDecorator } from './list-size';

/** For a connection: its `edges` are as many as `first` says. */
export function Paged(): CostDecorator {
  return Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"])') as CostDecorator;
}
