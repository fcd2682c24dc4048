import { type Report, type ReportDispatch, type ReportRequirement, plusDays } from '@hub/contract';

/**
 * A copy with the last day for it: so many days of the calendar after publication, the day of publication not counted.
 *
 * Sources: HAV-30, LAM-36, TRI-52.
 *
 * @param requirement of the kind of report; null where the document asks for none
 */
export function withDue<Row extends ReportDispatch>(
  dispatch: Row,
  { publishedOn }: Pick<Report, 'publishedOn'>,
  requirement: Pick<ReportRequirement, 'recipients'> | null,
): Row {
  const within = requirement?.recipients.find(({ part }) => part === dispatch.recipient)?.withinDays ?? null;
  const dueOn = within === null ? null : plusDays(publishedOn, within);
  return Object.assign(Object.create(Object.getPrototypeOf(dispatch) as object) as Row, dispatch, {
    ...{ dueOn, isInTime: dueOn === null ? null : dispatch.sentOn <= dueOn },
  });
}
