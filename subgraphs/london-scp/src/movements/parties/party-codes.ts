import { localAuthorityOf } from '@hub/access';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { authoritiesOf } from '../covering-partnership';

/**
 * The local authorities whose movements are the caller's own, by GSS code: a duty team's or conference chair's one, a
 * partnership system's all that the directory gives its partnership. Any other caller has none.
 */
export async function partyCodes(context: SubgraphContext): Promise<string[]> {
  const { caller } = context.requestIdentity;
  if (caller?.role === 'partnership-system' && caller.partnership !== null) {
    return authoritiesOf(context, caller.partnership);
  }
  const code = localAuthorityOf(caller);
  return code === null ? [] : [code];
}
