import { ChildRecordStatus } from '@hub/contract';
import { demonstrationMovements } from './movements';
import { DEMONSTRATION_UNTIL, plusDays } from './period';
import { seededRandom } from './random';

/** Records of a partnership that covers these authorities: one for each demonstration movement it has a side of. */
export function demonstrationChildRecords(partnershipId: string, localAuthorities: readonly string[]) {
  const covers = new Set(localAuthorities);
  return demonstrationMovements()
    .filter(({ originCode, destinationCode }) => covers.has(originCode) || covers.has(destinationCode))
    .map(({ id, childPseudonym, originCode, destinationCode, notifiedOn, movedOn }) => {
      const random = seededRandom(`child-record/${partnershipId}/${id}`);
      const isOrigin = covers.has(originCode);
      const openedOn = plusDays(notifiedOn, isOrigin ? -30 - Math.floor(random() * 400) : Math.floor(random() * 8));
      const until = plusDays(movedOn, 20 + Math.floor(random() * 200));
      const isClosed = until <= DEMONSTRATION_UNTIL && random() < (isOrigin ? 0.7 : 0.3);
      // Telephone numbers that are kept for drama, and never given out.
      const contact = `020 7946 0${String(Math.floor(random() * 1000)).padStart(3, '0')}`;
      const number = 1 + Math.floor(random() * 4);
      return {
        ...{ movementId: id, childPseudonym, originCode, destinationCode, openedOn, isSynthetic: true },
        status: isClosed ? ChildRecordStatus.CLOSED : ChildRecordStatus.OPEN,
        closedOn: isClosed ? until : null,
        team: random() < 0.05 ? null : { name: `Children and Families, Team ${number}`, contact },
      };
    });
}
