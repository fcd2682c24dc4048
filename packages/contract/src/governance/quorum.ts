import { isRepresentation, type Attending } from './representation';
import { QuorumResult } from './quorum-result';
import { QuorumRule } from './quorum-rule';

/** An agency that a quorum needs: a statutory partner of the document. */
export interface NeededAgency {
  id: string;
  sector: string;
}

/** What is known of who came to a meeting. */
export interface Came {
  /** Null where it is not recorded who came. */
  attendance: readonly Attending[] | null;
  /** What is recorded in its place: names of sectors, in any order and repeated or not. @default none */
  sectorsRepresented?: readonly string[] | null;
  /** Ids of the tests of authority that the document states. */
  tests: readonly string[];
}

/** Whether a meeting was quorate, and what it lacked. */
export interface Quorum<Agency extends NeededAgency> {
  result: QuorumResult;
  /** The needed agencies that were not represented, in the order in which they are needed. */
  missing: Agency[];
}

/**
 * Whether a meeting was quorate under the rule of its body.
 *
 * Under `ALL_STATUTORY_PARTNERS` each needed agency must be represented; who else came of its sector makes no difference:
 * the housing service, an NHS trust and a police unit are three sectors and no quorum. Where only the sectors are recorded, one
 * that was not there breaks it, and beyond that nothing can be told. Where the document states no quorum there is nothing
 * to judge by. Source: HAV-14, HAV-20.
 *
 * @param rule the rule the body's document states
 * @throws RangeError where `rule` is not a {@link QuorumRule}
 */
export function quorumOf<Agency extends NeededAgency>(
  rule: QuorumRule | `${QuorumRule}`,
  needed: readonly Agency[],
  { attendance, sectorsRepresented, tests }: Came,
): Quorum<Agency> {
  switch (rule) {
    case QuorumRule.NOT_SPECIFIED:
      return { result: QuorumResult.NOT_SPECIFIED, missing: [] };
    case QuorumRule.ALL_STATUTORY_PARTNERS: {
      const isThere = attendance
        ? ({ id }: Agency) => attendance.some((one) => one.agencyId === id && isRepresentation(one, tests))
        : ({ sector }: Agency) => sectorsRepresented?.includes(sector) ?? true;
      const missing = needed.filter((agency) => !isThere(agency));
      if (missing.length > 0) return { result: QuorumResult.INQUORATE, missing };
      const isKnown = attendance !== null && needed.length > 0;
      return { result: isKnown ? QuorumResult.QUORATE : QuorumResult.NOT_KNOWN, missing: [] };
    }
    default:
      throw new RangeError(
        `A quorum rule must be one of ${Object.values(QuorumRule).join(', ')}, not ${JSON.stringify(rule)}.`,
      );
  }
}
