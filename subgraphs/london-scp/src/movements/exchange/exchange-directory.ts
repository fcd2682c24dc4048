import type { ClockRule } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverages } from '../../directory/directory-loaders';
import { procedureRules } from '../../procedures/procedure-loaders';
import { coveringToday } from '../../directory/covering-today';

/** What the hub must know of London to record a message. */
export interface ExchangeDirectory {
  /** Every rule of every procedure. */
  rules: readonly ClockRule[];
  /** Id of the partnership that covers an authority today; null where none of the directory does. */
  partnershipOf(gssCode: string): string | null;
}

/** Reads it, once a request. */
export async function exchangeDirectory(context: SubgraphContext): Promise<ExchangeDirectory> {
  return {
    rules: await procedureRules(context),
    partnershipOf: coveringToday(await coverages(context)),
  };
}
