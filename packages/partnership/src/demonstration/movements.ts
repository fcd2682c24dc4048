import { createHash } from 'node:crypto';
import { LONDON_AUTHORITIES, MovementCategory, todayInLondon, type MovementEvent } from '@hub/contract';
import { DEMONSTRATION_AUTHORITIES, DEMONSTRATION_OUTSIDE } from './authorities';
import { demonstrationHistory } from './movement-history';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS, plusDays } from './period';
import { seededRandom } from './random';

/** A movement of the demonstration data, as both of its sides know it. */
export interface DemonstrationMovement {
  id: string;
  childPseudonym: string;
  originCode: string;
  destinationCode: string;
  notifiedOn: string;
  movedOn: string;
  /** What happened, as the hub recorded it: the movement is what follows from it. */
  events: readonly MovementEvent[];
}

const COUNT = 180;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CATEGORIES = Object.values(MovementCategory);
const OUTSIDE = [...DEMONSTRATION_OUTSIDE.keys()];

/** Movements over the whole period of the demonstration data, the same at every call: London and partnerships share them. */
export function demonstrationMovements(): DemonstrationMovement[] {
  const random = seededRandom('movements');
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const firstDay = `${DEMONSTRATION_YEARS[0].slice(0, 4)}-04-01`;
  const days = (Date.parse(DEMONSTRATION_UNTIL) - Date.parse(firstDay)) / 86_400_000;
  return Array.from({ length: COUNT }, (_, child) => {
    const near = pick(DEMONSTRATION_AUTHORITIES);
    const among = pick([DEMONSTRATION_AUTHORITIES, DEMONSTRATION_AUTHORITIES, LONDON_AUTHORITIES, OUTSIDE]);
    const far = pick(among.filter((code) => code !== near));
    const [originCode, destinationCode] = random() < 0.5 ? [near, far] : [far, near];
    const day = plusDays(firstDay, Math.floor(random() * days));
    const movement = {
      id: `movement:01${Array.from({ length: 24 }, () => pick([...CROCKFORD])).join('')}`,
      childPseudonym: pseudonymOfDemonstration(`demonstration child ${child}`),
      originCode,
      destinationCode,
      movedOn: plusDays(day, Math.floor(random() * 21) - 7),
    };
    const events = demonstrationHistory({ ...movement, day, category: CATEGORIES[child % CATEGORIES.length]! });
    return { ...movement, notifiedOn: todayInLondon(new Date(events[0]!.occurredAt)), events };
  });
}

/** Of the shape of a pseudonym, made of words and no NHS number: there is no child behind it. */
export function pseudonymOfDemonstration(name: string): string {
  return `p1:1:${createHash('sha256').update(name).digest('base64url')}`;
}
