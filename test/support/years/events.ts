import type { Year } from './open-year';

/** One who comes to a meeting. */
export interface Came {
  agencyId?: string;
  seatId?: string;
  capacity: string;
  role: string;
  isDelegate?: boolean;
  authorityTests?: readonly string[];
}

/** A statutory partner of a document, with the seat that it holds. */
export interface Partner {
  agencyId: string;
  seatId: string;
}

/** One who comes for an agency, to its seat. */
export const memberOf = ({ agencyId, seatId }: Partner, capacity = 'MEMBER'): Came => ({
  ...{ agencyId, seatId, capacity, role: 'Lead representative' },
});

/** Appoints somebody to each of several seats of a body, each under its body and number: `havering-executive/1`. */
export async function appoint(year: Year, body: string, seats: readonly number[], appointedOn: string, more = {}) {
  for (const seat of seats) {
    const [reference, seatId] = [`${body}/${seat}`, `${body}:${seat}`];
    await year.record('recordAppointment', { reference, seatId, roleTitle: 'Member', appointedOn, ...more });
  }
}

/** Records sign-offs of the minutes of a meeting by each agency. */
export async function signOffMinutes(year: Year, meetingReference: string, agencies: readonly string[], on: string) {
  for (const agencyId of agencies) {
    await year.record('recordSignOff', { meetingReference, agencyId, signedOn: on, byRole: 'Lead representative' });
  }
}

/** Records sign-offs of a decision by each agency. */
export async function signOffDecision(year: Year, decisionReference: string, agencies: readonly string[], on: string) {
  for (const agencyId of agencies) {
    await year.record('recordSignOff', { decisionReference, agencyId, signedOn: on, byRole: 'Lead representative' });
  }
}

/** Publishes the minutes of a meeting. */
export const minutesOf = (reference: string, publishedOn: string) => ({
  ...{
    reference,
    publishedOn,
    redactedUrl: `https://example.org/minutes/${reference.replace('/', '-').toLowerCase()}`,
  },
});

/** Records a report on the financial year 2024-25, and to whom it went on which day. */
export async function publishReport(
  year: Year,
  kind: string,
  publishedOn: string,
  { sections = [], sent = {} }: { sections?: readonly string[]; sent?: Record<string, string> } = {},
) {
  const reference = `${kind.toLowerCase().replaceAll('_', '-')}-${publishedOn}`;
  const period = { periodFrom: '2024-04-01', periodTo: '2025-03-31', publishedOn };
  await year.record('recordReport', { reference, kind, title: 'Report on 2024-25', sections, ...period });
  for (const [recipient, sentOn] of Object.entries(sent)) {
    await year.record('recordReportDispatch', { reportReference: reference, recipient, sentOn });
  }
}

/** Records scrutiny under each of several duties. */
export async function scrutinise(year: Year, duties: readonly string[], doneOn: string, byRole: string) {
  for (const duty of duties) {
    const reference = `SCR/${duty}/${doneOn}`;
    const summary = 'Minutes were read and partners asked how the arrangements work.';
    await year.record('recordScrutinyActivity', { reference, duty, byRole, doneOn, summary });
  }
}
