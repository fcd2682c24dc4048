import { ADJOINING_AUTHORITIES, ChildRecordStatus, MovementSide, plusDays } from '@hub/contract';
import { DEMONSTRATION_AUTHORITIES } from './authorities';
import { pseudonymOfDemonstration } from './movements';
import { DEMONSTRATION_UNTIL } from '../../demonstration/period';
import { seededRandom } from '../../demonstration/random';

/** A child of a neighbour who arrived in each authority without a notice: an open record, of which the hub knows nothing. */
export function demonstrationArrivals(localAuthorities: readonly string[]) {
  return localAuthorities.flatMap((authority) => {
    const [originCode] = ADJOINING_AUTHORITIES.get(authority) ?? [];
    if (originCode === undefined || !DEMONSTRATION_AUTHORITIES.includes(authority)) return [];
    const random = seededRandom(`arrival/${authority}`);
    const arrivedOn = plusDays(DEMONSTRATION_UNTIL, -5 - Math.floor(random() * 40));
    return [
      {
        ...{ movementId: `movement:arrival-${authority}`, side: MovementSide.DESTINATION, authority },
        ...{ childPseudonym: pseudonymOfDemonstration(`arrival in ${authority}`), originCode, isSynthetic: true },
        ...{ destinationCode: authority, status: ChildRecordStatus.OPEN, openedOn: arrivedOn, closedOn: null },
        ...{ movementState: null, notifiedAt: null, endedAt: null, arrivalId: `arrival-${authority}`, arrivedOn },
        ...{ team: { name: 'Assessment Team', contact: '020 7946 0000' } },
        ...{ plan: null, planSince: null, categoryOfNeed: null },
      },
    ];
  });
}
