import { join } from 'node:path';

/** Where the gateway's saved operations are, one `NN-name.graphql` file each, and their manifest. */
export const OPERATIONS_FOLDER = join(__dirname, '..', '..', 'operations');
