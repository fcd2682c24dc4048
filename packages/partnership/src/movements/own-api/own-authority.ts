import { localAuthorityOf } from '@hub/access';
import type { SubgraphContext } from '@hub/subgraph-kit';

/**
 * Whose movements a caller reads at home: those of the own authority, which a person's token names; all, for the partnership's
 * system. Nobody's code is blank.
 */
export function ownAuthority({ requestIdentity: { caller } }: SubgraphContext): { isSystem: boolean; code: string } {
  return { isSystem: caller?.role === 'partnership-system', code: localAuthorityOf(caller) ?? '' };
}
