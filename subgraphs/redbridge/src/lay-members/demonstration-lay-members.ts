import { financialYearBounds } from '@hub/contract';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays, seededRandom } from '@hub/partnership';

/** Most lay members at one time (RED-20). */
const MOST_LAY_MEMBERS = 3;

/** Lay members appointed over the demonstration years, one a year, the same at every call. */
export function demonstrationLayMembers() {
  const random = seededRandom('lay-members/redbridge');
  return DEMONSTRATION_YEARS.slice(0, MOST_LAY_MEMBERS)
    .map((financialYear, index) => ({
      id: `redbridge-lay-member-${index + 1}`,
      appointedOn: plusDays(financialYearBounds(financialYear).from, Math.floor(random() * 180)),
      isRenewed: random() < 0.5,
      isSynthetic: true,
    }))
    .filter(({ appointedOn }) => appointedOn <= DEMONSTRATION_UNTIL);
}
