import { MovementCategory } from '@hub/contract';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays, seededRandom } from '@hub/partnership';

const COUNT = 180;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CATEGORIES = Object.values(MovementCategory);

/**
 * Movement notices of the demonstration data, over its whole period. Every one starts or ends in an
 * authority that a partnership of the directory covers, so that each joins to somebody's records.
 */
export function demonstrationMovements(allCodes: readonly string[], coveredCodes: readonly string[]) {
  const random = seededRandom('movements');
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const firstDay = `${DEMONSTRATION_YEARS[0].slice(0, 4)}-04-01`;
  const days = (Date.parse(DEMONSTRATION_UNTIL) - Date.parse(firstDay)) / 86_400_000;
  return Array.from({ length: COUNT }, () => {
    const near = pick(coveredCodes);
    const far = pick((random() < 0.5 ? coveredCodes : allCodes).filter((code) => code !== near));
    const [originCode, destinationCode] = random() < 0.5 ? [near, far] : [far, near];
    const notifiedOn = plusDays(firstDay, Math.floor(random() * days));
    return {
      id: `movement:01${Array.from({ length: 24 }, () => pick([...CROCKFORD])).join('')}`,
      category: pick(CATEGORIES),
      originCode,
      destinationCode,
      notifiedOn,
      movedOn: plusDays(notifiedOn, Math.floor(random() * 21) - 7),
      isPermanent: random() < 0.7,
      isSynthetic: true,
    };
  });
}
