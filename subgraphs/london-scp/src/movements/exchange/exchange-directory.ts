import type { ClockRule } from '@hub/contract';
import { wholeTable } from '@hub/partnership';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverages, localAuthorities } from '../../directory/directory-loaders';
import { ProcedureRuleRecord } from '../../procedures/procedure-records';
import { coveringToday } from '../covering-today';

/** What the hub must know of London to record a message. */
export interface ExchangeDirectory {
  /** Every rule of every procedure. */
  rules: readonly ClockRule[];
  /** The GSS codes of the authorities that adjoin an authority of London; undefined of any other code. */
  adjoining(gssCode: string): ReadonlySet<string> | undefined;
  /** Id of the partnership that covers an authority today; null where none of the directory does. */
  partnershipOf(gssCode: string): string | null;
}

const rules = wholeTable(ProcedureRuleRecord);

/** Reads it, once a request. */
export async function exchangeDirectory(context: SubgraphContext): Promise<ExchangeDirectory> {
  const authorities = new Map(
    (await localAuthorities(context)).map(({ gssCode, neighbourCodes }) => [gssCode, new Set(neighbourCodes)]),
  );
  return {
    rules: await rules(context),
    adjoining: (gssCode) => authorities.get(gssCode),
    partnershipOf: coveringToday(await coverages(context)),
  };
}
