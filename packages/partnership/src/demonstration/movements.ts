import { createHash } from 'node:crypto';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays } from './period';
import { seededRandom } from './random';

/** A movement of the demonstration data, as far as both of its sides know it. */
export interface DemonstrationMovement {
  id: string;
  childPseudonym: string;
  originCode: string;
  destinationCode: string;
  notifiedOn: string;
  movedOn: string;
  isPermanent: boolean;
}

/**
 * Authorities that the partnerships of the directory cover, in its order. Every movement starts or ends in one of them,
 * so that each joins to somebody's records; no subgraph reads another's directory, so the list stands here for all.
 */
export const DEMONSTRATION_AUTHORITIES = [
  ...['E09000016', 'E09000026', 'E09000022'],
  ...['E09000013', 'E09000020', 'E09000033'],
] as const;

const COUNT = 180;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** The GSS codes of London's 33 authorities run without a gap. */
const LONDON = Array.from({ length: 33 }, (_, index) => `E09${String(index + 1).padStart(6, '0')}`);

/** Movements over the whole period of the demonstration data, the same at every call: London and partnerships share them. */
export function demonstrationMovements(): DemonstrationMovement[] {
  const random = seededRandom('movements');
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const firstDay = `${DEMONSTRATION_YEARS[0].slice(0, 4)}-04-01`;
  const days = (Date.parse(DEMONSTRATION_UNTIL) - Date.parse(firstDay)) / 86_400_000;
  return Array.from({ length: COUNT }, (_, child) => {
    const near = pick(DEMONSTRATION_AUTHORITIES);
    const far = pick((random() < 0.5 ? DEMONSTRATION_AUTHORITIES : LONDON).filter((code) => code !== near));
    const [originCode, destinationCode] = random() < 0.5 ? [near, far] : [far, near];
    const notifiedOn = plusDays(firstDay, Math.floor(random() * days));
    return {
      id: `movement:01${Array.from({ length: 24 }, () => pick([...CROCKFORD])).join('')}`,
      childPseudonym: pseudonymOf(child),
      originCode,
      destinationCode,
      notifiedOn,
      movedOn: plusDays(notifiedOn, Math.floor(random() * 21) - 7),
      isPermanent: random() < 0.7,
    };
  });
}

/** Of the shape of a pseudonym, made of a number and no NHS number: there is no child behind it. */
function pseudonymOf(child: number): string {
  return `p1:1:${createHash('sha256').update(`demonstration child ${child}`).digest('base64url')}`;
}
