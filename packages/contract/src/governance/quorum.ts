import { QuorumResult } from './quorum-result';
import { QuorumRule } from './quorum-rule';
import { Sector } from './sector';

/** The sectors of the three statutory safeguarding partners (Children Act 2004, s.16E). */
const STATUTORY: readonly string[] = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];

/**
 * Whether a meeting was quorate under the rule of its body.
 *
 * Under `ALL_STATUTORY_PARTNERS` each of local authority, police and NHS must be represented; who
 * else came, and how many came of each, makes no difference. Where the document states no quorum
 * there is nothing to judge by, and the result says so whoever came. Source: HAV-14, HAV-20.
 *
 * @param rule the rule the body's document states
 * @param sectorsRepresented names of {@link Sector} of those present, in any order and repeated or not
 * @throws RangeError where `rule` is not a {@link QuorumRule}
 */
export function quorumResult(rule: QuorumRule | `${QuorumRule}`, sectorsRepresented: readonly string[]): QuorumResult {
  switch (rule) {
    case QuorumRule.NOT_SPECIFIED:
      return QuorumResult.NOT_SPECIFIED;
    case QuorumRule.ALL_STATUTORY_PARTNERS:
      return STATUTORY.every((sector) => sectorsRepresented.includes(sector))
        ? QuorumResult.QUORATE
        : QuorumResult.INQUORATE;
    default:
      throw new RangeError(
        `A quorum rule must be one of ${Object.values(QuorumRule).join(', ')}, not ${JSON.stringify(rule)}.`,
      );
  }
}
