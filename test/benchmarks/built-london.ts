import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../subgraphs/london-scp/dist/movements');

/** Parts of the built London subgraph, which is a program and no package that others import. */
export const { clockRows, eventRows, movementRow, responsibilityRows } =
  built<typeof import('../../subgraphs/london-scp/src/movements/store/rows-of-movement')>('store/rows-of-movement');
export const { OVERDUE } =
  built<typeof import('../../subgraphs/london-scp/src/movements/counts/overdue-movements')>('counts/overdue-movements');
export const { FLOWS } =
  built<typeof import('../../subgraphs/london-scp/src/movements/counts/movement-flows')>('counts/movement-flows');
export const { HISTORIES } =
  built<typeof import('../../subgraphs/london-scp/src/movements/timeline/history-loaders')>('timeline/history-loaders');

function built<Part>(path: string): Part {
  return require(join(FOLDER, path)) as Part;
}
