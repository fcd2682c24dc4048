import { readPartnerships } from './directory-files';

/** How many partnerships the directory has: as many as there are types of them in the schema. */
export const DIRECTORY_SIZE = readPartnerships().length;
