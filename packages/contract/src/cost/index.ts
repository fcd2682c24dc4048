export { Cost } from './cost';
export { ListSize, type CostDecorator } from './list-size';
export { Paged } from './paged';
