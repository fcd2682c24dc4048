import { readFile } from 'node:fs/promises';
import { HubProblem } from './hub-problem';

/** Where the hub is, and who asks it. */
export interface HubAddress {
  /** Base of the gateway's URLs, without a slash at its end. */
  url: string;
  /** Path of a file with a token of the partnership's system. */
  tokenFile: string;
}

const EXCHANGE = 'Messages about children who move, between the systems of their authorities.';

/**
 * The headers of a request to the hub. The token is read for each, so that it can be renewed while the relay runs.
 *
 * @throws HubProblem where there is no token.
 */
export async function hubHeaders({ tokenFile }: HubAddress, reason = EXCHANGE): Promise<Record<string, string>> {
  const token = await readFile(tokenFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new HubProblem(`The file of HUB_TOKEN_FILE cannot be read (${error.code}). Put a token there.`);
  });
  return {
    authorization: `Bearer ${token.trim()}`,
    'x-purpose': 'CROSS_BOUNDARY_MOVEMENT',
    'x-reason': reason,
  };
}
