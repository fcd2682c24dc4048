import { earliestDay, isDuring } from '@hub/contract';
import { closedByNext } from './validity';

/** A rule, as far as its dates go. */
export interface DatedRule {
  code: string;
  validFrom: string | null;
  validTo: string | null;
}

/**
 * Rules with their ends: the one that the source states, or the beginning of the next rule of the same code, whichever
 * comes first. On one day at most one rule of a code holds.
 *
 * @param on - only those that held on this day. @default all
 */
export function rulesInForce<Rule extends DatedRule>(rules: readonly Rule[], on?: string): Rule[] {
  const codes = [...new Set(rules.map(({ code }) => code))];
  return codes
    .flatMap((code) =>
      closedByNext(rules.filter((rule) => rule.code === code).map((rule) => ({ rule, from: rule.validFrom }))),
    )
    .map(({ item: { rule }, to }) => ({ ...rule, validTo: earlier(rule.validTo, to) }))
    .filter(({ validFrom, validTo }) => on === undefined || isDuring(on, validFrom, validTo));
}

function earlier(stated: string | null, byNext: string | null): string | null {
  if (stated === null || byNext === null) return stated ?? byNext;
  return earliestDay(stated) <= earliestDay(byNext) ? stated : byNext;
}
