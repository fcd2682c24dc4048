import type { SubgraphContext } from '@hub/subgraph-kit';
import { localAuthoritiesByCode } from '../../directory/directory-loaders';
import type { AuthorityLine } from './by-authority';
import { AuthorityTotal } from './safe-totals';

/** Names the authorities of lines. */
export async function authorityTotals(
  context: SubgraphContext,
  isSynthetic: boolean,
): Promise<(lines: readonly AuthorityLine[]) => AuthorityTotal[]> {
  const authorities = await localAuthoritiesByCode(context);
  return (lines) =>
    lines.map(({ code, value }) =>
      Object.assign(new AuthorityTotal(), {
        ...{ gssCode: code, value, isSynthetic },
        authority: authorities.get(code ?? '') ?? null,
      }),
    );
}
