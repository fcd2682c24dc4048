import { VoiceKind, VoiceSource, VoiceSubject, plusDays } from '@hub/contract';

import { seededRandom } from '../demonstration/random';

const HEARD: [VoiceKind, VoiceSource, VoiceSubject, string, string | null][] = [
  [VoiceKind.COLLECTIVE, VoiceSource.YOUTH_COUNCIL, VoiceSubject.PRIORITIES, 'Safety on the way to school matters most.', 'It is a priority of the year.'],
  [VoiceKind.COLLECTIVE, VoiceSource.CHILDREN_IN_CARE_COUNCIL, VoiceSubject.SERVICES, 'Workers should say when they leave.', 'Teams tell children before a worker changes.'],
  [VoiceKind.COLLECTIVE, VoiceSource.YOUNG_SCRUTINEERS, VoiceSubject.ANNUAL_REPORT, 'The report is too long to read.', 'A version for children was made.'],
  [VoiceKind.INDIVIDUAL, VoiceSource.OTHER, VoiceSubject.SERVICES, 'Meetings should not fall in lessons.', 'Meetings are held after school.'],
  [VoiceKind.COLLECTIVE, VoiceSource.FAMILIES, VoiceSubject.OUTCOMES, 'Early help came in time for most.', null],
]; // prettier-ignore

/** What children said over two years: most were told what is done, and the last are still to be told. */
export function demonstrationVoices(partnershipId: string) {
  const random = seededRandom(`voices/${partnershipId}`);
  return HEARD.map(([kind, source, subject, said, changed], index) => {
    const heardOn = plusDays('2025-02-10', index * 130 + Math.floor(random() * 40));
    const toldOn = changed === null ? null : plusDays(heardOn, 20 + Math.floor(random() * 60));
    return {
      ...{ id: `${partnershipId}-voice:demonstration-${index + 1}`, kind, source, subject, heardOn, toldOn },
      ...{ said: `Demonstration: ${said}`, changed: changed && `Demonstration: ${changed}`, isSynthetic: true },
    };
  });
}
