import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../subgraphs/london-scp/dist/movements');

/** Parts of the built London subgraph, which is a program and no package that others import. */
export const { clockRows, eventRows, movementRow } =
  built<typeof import('../../subgraphs/london-scp/src/movements/store/rows-of-movement')>('store/rows-of-movement');
export const { PUBLISHED_PERIODS } =
  built<typeof import('../../subgraphs/london-scp/src/movements/publication/published')>('publication/published');
export const { publishFigures } =
  built<typeof import('../../subgraphs/london-scp/src/movements/publication/publish-figures')>(
    'publication/publish-figures',
  );
export const { DUE_STEPS } =
  built<typeof import('../../subgraphs/london-scp/src/movements/parties/due-steps')>('parties/due-steps');
export const { HISTORIES } =
  built<typeof import('../../subgraphs/london-scp/src/movements/timeline/history-loaders')>('timeline/history-loaders');

function built<Part>(path: string): Part {
  return require(join(FOLDER, path)) as Part;
}
