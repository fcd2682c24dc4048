import { plusDays } from '@hub/contract';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';

/** Local authorities that hold reserves in the demonstration data: only the tri-borough's document speaks of any (TRI-55). */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  'tri-borough': ['E09000013', 'E09000020', 'E09000033'],
};

/** Reserves of a partnership, and practice reviews charged to them. */
export function demonstrationReserves(partnershipId: string) {
  const codes = HOLDERS[partnershipId] ?? [];
  const reserves = codes.map((localAuthorityCode) => {
    const random = seededRandom(`reserve/${localAuthorityCode}`);
    const openingPence = Math.round(40_000 + random() * 40_000) * 100;
    return { localAuthorityCode, openingPence, isSynthetic: true };
  });
  const charges = codes.flatMap((localAuthorityCode) => {
    const random = seededRandom(`reserve-charges/${localAuthorityCode}`);
    return DEMONSTRATION_YEARS.map((year) => ({
      reference: `${partnershipId}/reserve/${localAuthorityCode}/${year}`,
      localAuthorityCode,
      reviewReference: `${partnershipId}/review/${year}/1`,
      amountPence: Math.round(2_000 + random() * 9_000) * 100,
      chargedOn: plusDays(`${year.slice(0, 4)}-05-01`, Math.floor(random() * 300)),
      isSynthetic: true,
      isCharged: random() < 0.6,
    }))
      .filter(({ isCharged, chargedOn }) => isCharged && chargedOn <= DEMONSTRATION_UNTIL)
      .map(({ isCharged: _, ...charge }) => charge);
  });
  return { reserves, charges };
}
