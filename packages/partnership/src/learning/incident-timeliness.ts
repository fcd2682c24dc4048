import {
  addWorkingDays,
  financialYearBounds,
  IncidentTimeliness,
  type LearningArrangement,
  safeCounts,
  workingDaysBetween,
} from '@hub/contract';
import type { IncidentNotificationRecord } from './incident-notification-record';
import type { SeriousIncidentRecord } from './serious-incident-record';

/** How many incidents there must be for a median of them to be shown. */
const LEAST = 5;

type Rules = Pick<LearningArrangement, 'incidentRecipients' | 'incidentWorkingDays'> | null;
type Told = Pick<IncidentNotificationRecord, 'incidentReference' | 'recipient' | 'sentOn'>;

/** The day on which the last of the recipients was told; null while one was not, or nothing says who they are. */
export function toldOn(reference: string, rules: Rules, notifications: readonly Told[]): string | null {
  const days = (rules?.incidentRecipients ?? []).map(
    (recipient) =>
      notifications.find((one) => one.incidentReference === reference && one.recipient === recipient)?.sentOn ?? null,
  );
  return days.length === 0 || days.includes(null) ? null : (days as string[]).sort().at(-1)!;
}

/** How soon incidents of a financial year were notified, as safe counts: what is under five is not shown. */
export function incidentTimeliness(
  financialYear: string,
  incidents: readonly Pick<SeriousIncidentRecord, 'reference' | 'occurredOn'>[],
  rules: Rules,
  notifications: readonly Told[],
): IncidentTimeliness {
  const { from, to } = financialYearBounds(financialYear);
  const allowed = rules?.incidentWorkingDays ?? null;
  const ofYear = incidents
    .filter(({ occurredOn }) => from <= occurredOn && occurredOn <= to)
    .map(({ reference, occurredOn }) => ({ occurredOn, told: toldOn(reference, rules, notifications) }));
  const isInTime = ({ occurredOn, told }: (typeof ofYear)[number]) => {
    const due = allowed === null ? null : addWorkingDays(occurredOn, allowed);
    return told !== null && due !== null && told <= due;
  };
  const inTime = allowed === null ? 0 : ofYear.filter(isInTime).length;
  const { cells, total } = safeCounts([[inTime, allowed === null ? 0 : ofYear.length - inTime]]);
  const days = ofYear
    .flatMap(({ occurredOn, told }) => (told === null ? [] : (workingDaysBetween(occurredOn, told) ?? [])))
    .sort((one, other) => one - other);
  return Object.assign(new IncidentTimeliness(), {
    workingDaysAllowed: allowed,
    inTime: cells[0]![0]!,
    lateOrNotYet: cells[0]![1]!,
    total,
    medianWorkingDays: days.length < LEAST ? null : days[Math.floor((days.length - 1) / 2)]!,
  });
}
