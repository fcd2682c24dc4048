import { join } from 'node:path';
import {
  BoardContactKind,
  BodyKind,
  ChairAppointer,
  ChairOffice,
  ContributionKind,
  ContributionTarget,
  Sector,
} from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { boardContact } from '../governance/bodies/board-contact-record';
import { bodyEnd } from '../governance/bodies/body-end-record';
import { groupReport } from '../governance/bodies/group-report-record';
import { body } from '../governance/body-record';
import { appointmentEnd } from '../governance/seats/appointment-end-record';
import { appointment } from '../governance/seats/appointment-record';
import { chairEnd } from '../governance/seats/chair-end-record';
import { chairAppointment } from '../governance/seats/chair-record';
import { AgendaItemKind, BodyDecisionKind, SeatCapacity } from '@hub/contract';
import { agendaRequest } from '../meetings/agenda-request-record';
import { bodyDecision } from '../meetings/body-decision-record';
import { meetingMinutes } from '../meetings/meeting-minutes-record';
import { meeting } from '../meetings/meeting-record';
import { partnerSignOff } from '../meetings/partner-sign-off-record';
import { scheduledMeeting } from '../meetings/scheduled-meeting-record';
import { contribution } from '../money/contribution-record';
import { instalmentAgreement, instalmentPayment } from '../money/instalment-records';
import { localBudget } from '../money/local-budget-record';
import { reserve } from '../money/reserve-record';
import { reviewCharge } from '../money/review-charge-record';
import { networkConnection } from '../networks/network-connection-record';
import { agreementSignature } from '../procedures/agreement-signature-record';
import { procedureAdoption } from '../procedures/procedure-adoption-record';
import { procedureTraining } from '../procedures/procedure-training-record';
import { thresholdDocument } from '../procedures/threshold-document-record';

const triBorough = definePartnership({
  ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: [] },
  factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
});
const FUTURE = '2099-01-01';
const LONG = 'a very long text '.repeat(120);
const member = { agencyId: 'lbhf', capacity: SeatCapacity.MEMBER, role: 'Director' };

/** Meetings and a decision on which sign-offs and minutes rest. */
const HELD = `
  INSERT INTO meeting (id, reference, body_id, held_on, attendees, is_synthetic)
    SELECT 'held-' || number, 'HELD/' || number, 'tri-borough-lscp', '2026-05-01', '[]', false FROM generate_series(1, 3) number;
  INSERT INTO scheduled_meeting VALUES ('planned-1', 'PLANNED/1', 'tri-borough-lscp', '2027-01-10', false);
  INSERT INTO body_decision VALUES ('taken-1', 'TAKEN/1', 'tri-borough-lscp', 'KEY_DECISION', 'A key decision', '2026-05-01', false);
  INSERT INTO partner_sign_off SELECT 'MINUTES:HELD/2:' || agency_id, 'MINUTES', 'HELD/2', agency_id, '2026-05-20', 'Lead', false
    FROM statutory_partner;
  UPDATE terms_of_reference SET minutes_sign_off = 'ALL_STATUTORY_PARTNERS'`;
/** A pledge that is to be paid in instalments, a contribution of which one was paid, and one that was paid at once. */
const LEDGER = `
  INSERT INTO contribution (id, reference, financial_year, agency_id, target, kind, pledged_pence, paid_pence, paid_on, is_synthetic)
    VALUES ('T-2', 'T-2', '2020-21', 'lbhf', 'LOCAL_BUDGET', 'CASH', 1000, NULL, NULL, false),
      ('T-3', 'T-3', '2020-21', 'lbhf', 'LOCAL_BUDGET', 'CASH', NULL, NULL, NULL, false),
      ('T-4', 'T-4', '2020-21', 'lbhf', 'LOCAL_BUDGET', 'CASH', 5, 5, '2020-05-01', false);
  INSERT INTO instalment_payment VALUES ('T-3/1', 'T-3', 1, '2020-05-01', false)`;
const PUBLISHED: [string, string] = [
  `UPDATE meeting SET minutes_url = 'https://example.org/m', minutes_published_on = '2026-06-01' WHERE reference IN ('M/1', 'HELD/1')`,
  `UPDATE meeting SET minutes_url = NULL, minutes_published_on = NULL WHERE reference IN ('M/1', 'HELD/1')`,
];

describeRecords(triBorough, (describeRecord) => {
  describeRecord(procedureAdoption, {
    valid: { procedureId: 'london-procedures', editionId: 'london-procedures:2026-11', adoptedOn: '2026-11-20' },
    other: { adoptedOn: '2026-11-19' },
    refused: { EDITION_UNKNOWN: { editionId: 'other:2026-11' }, DATE_IN_FUTURE: { adoptedOn: FUTURE } },
  });
  describeRecord(agreementSignature, {
    valid: { procedureId: 'another-agreement', agencyId: 'lbhf', signedOn: '2025-11-02' },
    other: { signedOn: '2025-11-03' },
    refused: {
      PROCEDURE_UNKNOWN: { procedureId: 'The London agreement' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      DATE_IN_FUTURE: { signedOn: FUTURE },
    },
  });
  describeRecord(procedureTraining, {
    valid: {
      ...{ reference: '2019/1', title: 'Moving', teachesEditionId: 'london-procedures:2026-11' },
      heldOn: '2020-03-31',
    },
    other: { title: 'Other' },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      TEXT_BLANK: { title: ' ' },
      EDITION_UNKNOWN: { teachesEditionId: '2026' },
      DATE_IN_FUTURE: { heldOn: FUTURE },
    },
  });
  describeRecord(thresholdDocument, {
    valid: { reference: '2024', title: 'Thresholds 2024', publishedOn: '2024-02-29' },
    other: { reviewedOn: '2025-02-28' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { title: ' ' },
      EDITION_UNKNOWN: { alignedWithEditionId: '2026' },
      DATES_OUT_OF_ORDER: { reviewedOn: '2024-01-01' },
      DATE_IN_FUTURE: { reviewedOn: FUTURE },
    },
  });
  describeRecord(localBudget, {
    valid: { financialYear: '2020-21', approvedPence: 900, decisionReference: 'D/1', approvedOn: '2020-03-01' },
    other: { approvedPence: 901 },
    refused: {
      TEXT_BLANK: { decisionReference: ' ' },
      NEGATIVE_AMOUNT: { approvedPence: -1 },
      DATE_IN_FUTURE: { approvedOn: FUTURE },
    },
  });
  describeRecord(reserve, {
    valid: { localAuthority: 'E09000007', openingPence: 70 },
    other: { openingPence: 71 },
    refused: { LOCAL_AUTHORITY_UNKNOWN: { localAuthority: 'Camden' }, NEGATIVE_AMOUNT: { openingPence: -1 } },
    held: {
      RESTED_ON: [
        `INSERT INTO review_charge VALUES ('H', 'E09000007', 'R', 1, '2020-01-01', false)`,
        `DELETE FROM review_charge WHERE reference = 'H'`,
      ],
    },
  });
  describeRecord(reviewCharge, {
    before: `INSERT INTO reserve VALUES ('E09000009', 100, false)`,
    valid: {
      ...{ reference: 'C-1', localAuthority: 'E09000009', reviewReference: 'R/1', amountPence: 60 },
      chargedOn: '2020-06-01',
    },
    other: { amountPence: 59 },
    refused: {
      TEXT_BLANK: { reviewReference: ' ' },
      AMOUNT_NOT_POSITIVE: { amountPence: 0 },
      DATE_IN_FUTURE: { chargedOn: FUTURE },
      LOCAL_AUTHORITY_UNKNOWN: { localAuthority: 'E09000001' },
      RESERVE_IS_DEMONSTRATION: { localAuthority: 'E09000020' },
      ABOVE_BALANCE: { amountPence: 101 },
    },
  });
  describeRecord(contribution, {
    valid: {
      ...{ reference: 'T-1', financialYear: '2020-21', agencyId: 'lbhf', pledgedPence: 500 },
      ...{ target: ContributionTarget.LOCAL_BUDGET, kind: ContributionKind.CASH },
    },
    other: { pledgedPence: 501 },
    refused: {
      TEXT_BLANK: { reference: ' ' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      PROJECT_MISSING: { target: ContributionTarget.LONDON_PROJECT },
      PROJECT_NOT_EXPECTED: { project: 'Website' },
      NEGATIVE_AMOUNT: { pledgedPence: -1 },
      DATE_MISSING: { paidPence: 5 },
      AMOUNT_MISSING: { paidOn: '2020-05-01' },
      DATE_IN_FUTURE: { paidPence: 5, paidOn: FUTURE },
      PAID_IN_INSTALMENTS: { reference: 'T-3', paidPence: 5, paidOn: '2020-05-01' },
    },
    before: LEDGER,
    held: {
      INSTALMENTS_AGREED: [
        `UPDATE contribution SET agreed_instalments = '[]' WHERE reference = 'T-1'`,
        `UPDATE contribution SET agreed_instalments = NULL WHERE reference = 'T-1'`,
      ],
      RESTED_ON: [
        `INSERT INTO instalment_payment VALUES ('H/1', 'T-1', 1, '2020-05-01', false)`,
        `DELETE FROM instalment_payment WHERE reference = 'H/1'`,
      ],
    },
  });
  describeRecord(instalmentAgreement, {
    valid: {
      reference: 'T-2',
      instalments: [
        { dueOn: FUTURE, amountPence: 400 },
        { dueOn: '2020-07-01', amountPence: 600 },
      ],
    },
    other: { instalments: [{ dueOn: '2020-07-01', amountPence: 1_000 }] },
    refused: {
      INSTALMENTS_MISSING: { instalments: [] },
      TOO_MANY: {
        instalments: Array.from({ length: 13 }, (_, n) => ({ dueOn: `2020-07-${n + 10}`, amountPence: 1 })),
      },
      AMOUNT_NOT_POSITIVE: { instalments: [{ dueOn: '2020-07-01', amountPence: 0 }] },
      DUE_TWICE: {
        instalments: [
          { dueOn: '2020-07-01', amountPence: 500 },
          { dueOn: '2020-07-01', amountPence: 500 },
        ],
      },
      NOT_THE_PLEDGE: { instalments: [{ dueOn: '2020-07-01', amountPence: 1_001 }] },
      PLEDGE_MISSING: { reference: 'T-3' },
      CONTRIBUTION_UNKNOWN: { reference: 'T-0' },
    },
  });
  describeRecord(instalmentPayment, {
    valid: { reference: 'T-2/1', contributionReference: 'T-2', amountPence: 600, paidOn: '2020-06-30' },
    other: { amountPence: 599 },
    refused: {
      TEXT_BLANK: { reference: ' ' },
      AMOUNT_NOT_POSITIVE: { amountPence: 0 },
      DATE_IN_FUTURE: { paidOn: FUTURE },
      CONTRIBUTION_UNKNOWN: { contributionReference: 'T-0' },
      PAID_AT_ONCE: { contributionReference: 'T-4' },
    },
  });
  describeRecord(networkConnection, {
    valid: { networkId: 'network:online-harms', bodyId: 'tri-borough-lscp', connectedOn: '2026-02-01' },
    other: { connectedOn: '2026-02-02' },
    refused: {
      NETWORK_ID_INVALID: { networkId: 'Online' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      DATE_IN_FUTURE: { connectedOn: FUTURE },
    },
  });

  describeRecord(body, {
    valid: {
      ...{ reference: 'TF-2026-1', name: 'Missing from school', kind: BodyKind.TASK_AND_FINISH },
      ...{ parentId: 'tri-borough-lscp', openedOn: '2026-02-03', decisionReference: 'D/2026/4' },
    },
    other: { name: 'Missing from education' },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      TEXT_BLANK: { name: ' ' },
      TOO_LONG: { remit: LONG },
      NAMES_SOMEBODY: { remit: 'Call 07700 900123 about it' },
      DECISION_MISSING: { decisionReference: null },
      BODY_UNKNOWN: { parentId: 'nobody' },
      DATE_IN_FUTURE: { openedOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO group_report VALUES ('H', 'tri-borough-body:TF-2026-1', 'tri-borough-lscp', '2026-03-01', null, null, false)`,
        `DELETE FROM group_report WHERE id = 'H'`,
      ],
    },
  });
  describeRecord(bodyEnd, {
    before: `INSERT INTO body (id, name, other_names, kind, quorum, sources, position, covers_codes, opened_on, is_reference, is_synthetic)
      VALUES ('tri-borough-body:E', 'E', '{}', 'TASK_AND_FINISH', 'NOT_SPECIFIED', '{}', 1000000, '{}', '2026-01-01', false, false)`,
    valid: { bodyId: 'tri-borough-body:E', closedOn: '2026-06-01' },
    other: { closedOn: '2026-06-02' },
    refused: {
      BODY_OF_THE_DOCUMENT: { bodyId: 'tri-borough-lscp' },
      DATES_OUT_OF_ORDER: { closedOn: '2025-12-31' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      DATE_IN_FUTURE: { closedOn: FUTURE },
    },
  });
  describeRecord(appointment, {
    before: `
      UPDATE body SET representatives_per_agency = 1 WHERE id = 'tri-borough-lscp';
      INSERT INTO appointment (id, reference, seat_id, role_title, agency_id, appointed_on, is_synthetic) VALUES
        ('A1', 'A1', 'tri-borough-lscp:32', 'Headteacher', null, '2026-01-01', false),
        ('A2', 'A2', 'tri-borough-lscp:1', 'Head of service', null, '2026-01-01', false)`,
    valid: {
      ...{ reference: 'HEAD-1', seatId: 'tri-borough-lscp:33', roleTitle: 'Headteacher', appointedOn: '2026-02-01' },
      agreedOn: '2026-01-31',
    },
    other: { roleTitle: 'Deputy headteacher' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { roleTitle: ' ' },
      TOO_LONG: { roleTitle: LONG },
      NAMES_SOMEBODY: { roleTitle: 'Head, 07700 900123' },
      PLACE_UNCLEAR: { bodyId: 'tri-borough-lscp' },
      DATES_OUT_OF_ORDER: { agreedOn: '2026-02-02' },
      BODY_UNKNOWN: { seatId: null, bodyId: 'nobody' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      APPOINTMENT_UNKNOWN: { renewsReference: 'nobody' },
      SEAT_UNKNOWN: { seatId: 'tri-borough-lscp:99' },
      DATE_IN_FUTURE: { appointedOn: FUTURE },
      AGENCY_NOT_OF_SEAT: { seatId: 'tri-borough-lscp:2', agencyId: 'lbhf' },
      RENEWAL_OUT_OF_ORDER: { renewsReference: 'A1' },
      SEAT_FULL: { seatId: 'tri-borough-lscp:32' },
      CHAIR_AGREEMENT_MISSING: { seatId: 'tri-borough-lscp:1', agreedOn: null },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO appointment (id, reference, seat_id, role_title, appointed_on, renews_reference, is_synthetic)
           VALUES ('R', 'R', 'tri-borough-lscp:33', 'Headteacher', '2026-03-01', 'HEAD-1', false)`,
        `DELETE FROM appointment WHERE id = 'R'`,
      ],
    },
  });
  describeRecord(appointmentEnd, {
    before: `INSERT INTO appointment (id, reference, post, role_title, appointed_on, is_synthetic)
      VALUES ('P1', 'P1', 'BUSINESS_MANAGER', 'Business manager', '2026-01-01', false)`,
    valid: { reference: 'P1', endedOn: '2026-06-01' },
    other: { endedOn: '2026-06-02' },
    refused: {
      APPOINTMENT_UNKNOWN: { reference: 'nobody' },
      DATES_OUT_OF_ORDER: { endedOn: '2025-12-31' },
      DATE_IN_FUTURE: { endedOn: FUTURE },
    },
  });
  describeRecord(chairAppointment, {
    valid: {
      ...{ reference: '2026', bodyId: 'tri-borough-lscp', office: ChairOffice.CHAIR, sector: Sector.INDEPENDENT },
      ...{ roleTitle: 'Independent Chair', appointedOn: '2026-02-01', isAlsoScrutineer: true },
    },
    other: { alsoChairs: "Safeguarding Adults' Board" },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { roleTitle: ' ' },
      TOO_LONG: { roleTitle: LONG },
      NAMES_SOMEBODY: { alsoChairs: 'Board of 07700 900123' },
      AGREEMENT_INCOMPLETE: { agreedBy: [ChairAppointer.NHS] },
      DATES_OUT_OF_ORDER: { agreedBy: [ChairAppointer.NHS], agreedOn: '2026-02-02' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      APPOINTMENT_UNKNOWN: { memberReference: 'nobody' },
      DATE_IN_FUTURE: { appointedOn: FUTURE },
      NOT_AS_ARRANGED: { sector: Sector.POLICE },
    },
  });
  describeRecord(chairEnd, {
    before: `INSERT INTO chair_appointment (id, body_id, office, role_title, sector, appointed_on, agreed_by, is_synthetic)
      VALUES ('C1', 'tri-borough-case-review-subgroup', 'CO_CHAIR', 'Head of service', 'NHS', '2026-01-01', '{}', false)`,
    valid: { chairId: 'C1', endedOn: '2026-06-01' },
    other: { endedOn: '2026-06-02' },
    refused: {
      CHAIR_UNKNOWN: { chairId: 'nobody' },
      DATES_OUT_OF_ORDER: { endedOn: '2025-12-31' },
      DATE_IN_FUTURE: { endedOn: FUTURE },
    },
  });
  describeRecord(groupReport, {
    valid: {
      ...{ reference: '2026/3', bodyId: 'tri-borough-case-review-subgroup', receivedById: 'tri-borough-lscp' },
      ...{ receivedOn: '2026-09-01', voiceOfTheChild: 'A school council chose the questions' },
    },
    other: { theme: 'Neglect' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { theme: ' ' },
      TOO_LONG: { theme: LONG },
      NAMES_SOMEBODY: { voiceOfTheChild: 'A child on 07700 900123 said so' },
      REPORTS_TO_ITSELF: { receivedById: 'tri-borough-case-review-subgroup' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      DATE_IN_FUTURE: { receivedOn: FUTURE },
    },
  });
  describeRecord(boardContact, {
    valid: {
      ...{ reference: '2026/1', relationId: 'tri-borough-health-and-wellbeing-boards' },
      ...{ kind: BoardContactKind.MEETING, heldOn: '2026-09-01' },
    },
    other: { kind: BoardContactKind.REPORT },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      BOARD_UNKNOWN: { relationId: 'nobody' },
      DATE_IN_FUTURE: { heldOn: FUTURE },
    },
  });
  describeRecord(meeting, {
    before: HELD,
    valid: {
      ...{ reference: 'M/1', bodyId: 'tri-borough-lscp', heldOn: '2026-05-02', attendance: [member] },
      agenda: [{ kind: AgendaItemKind.PERFORMANCE_DATA, title: 'Data of the quarter' }],
    },
    other: { attendance: [{ ...member, isDelegate: true, authorityTests: ['take-decisions'] }] },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      AGENCY_UNKNOWN: { attendance: [{ ...member, agencyId: 'nobody' }] },
      SEAT_UNKNOWN: { attendance: [{ ...member, seatId: 'tri-borough-lscp:2' }] },
      AUTHORITY_TEST_UNKNOWN: { attendance: [{ ...member, authorityTests: ['sing'] }] },
      TEXT_BLANK: { attendance: [{ ...member, role: ' ' }] },
      TOO_LONG: { agenda: [{ kind: AgendaItemKind.OTHER, title: LONG }] },
      NAMES_SOMEBODY: { agenda: [{ kind: AgendaItemKind.OTHER, title: 'The child of NHS number 943 476 5919' }] },
      TOO_MANY: { attendance: Array.from({ length: 101 }, () => member) },
      DATE_IN_FUTURE: { heldOn: FUTURE },
    },
    held: {
      MINUTES_PUBLISHED: PUBLISHED,
      RESTED_ON: [
        `INSERT INTO partner_sign_off VALUES ('s', 'MINUTES', 'M/1', 'lbhf', '2026-05-03', 'Lead', false)`,
        `DELETE FROM partner_sign_off WHERE id = 's'`,
      ],
    },
  });
  describeRecord(scheduledMeeting, {
    valid: { reference: 'P/1', bodyId: 'tri-borough-lscp', scheduledFor: '2027-03-01' },
    other: { scheduledFor: '2027-03-02' },
    refused: { REFERENCE_INVALID: { reference: '/' }, BODY_UNKNOWN: { bodyId: 'nobody' } },
    held: {
      RESTED_ON: [
        `INSERT INTO agenda_request VALUES ('r', 'P/1', 'OTHER', 'An item', 'A member', '2026-05-03', false)`,
        `DELETE FROM agenda_request WHERE id = 'r'`,
      ],
    },
  });
  describeRecord(agendaRequest, {
    valid: {
      ...{ reference: 'R/1', meetingReference: 'PLANNED/1', kind: AgendaItemKind.OTHER, title: 'Waiting times' },
      ...{ requestedBy: 'Probation', requestedOn: '2026-10-01' },
    },
    other: { title: 'Other' },
    refused: {
      REFERENCE_INVALID: { reference: ' ' },
      MEETING_UNKNOWN: { meetingReference: 'PLANNED/0' },
      TEXT_BLANK: { requestedBy: ' ' },
      TOO_LONG: { title: LONG },
      NAMES_SOMEBODY: { title: 'Write to a.child@example.org' },
      DATE_IN_FUTURE: { requestedOn: FUTURE },
    },
  });
  describeRecord(bodyDecision, {
    valid: {
      ...{ reference: 'D/1', bodyId: 'tri-borough-lscp', kind: BodyDecisionKind.DOCUMENT, title: 'The business plan' },
      decidedOn: '2026-05-01',
    },
    other: { title: 'Other' },
    refused: {
      REFERENCE_INVALID: { reference: '-' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      TEXT_BLANK: { title: ' ' },
      TOO_LONG: { title: LONG },
      NAMES_SOMEBODY: { title: 'Write to a.child@example.org' },
      DATE_IN_FUTURE: { decidedOn: FUTURE },
    },
  });
  describeRecord(partnerSignOff, {
    before: `
      INSERT INTO meeting (id, reference, body_id, held_on, attendees, is_synthetic)
        VALUES ('shown-1', 'SHOWN/1', 'tri-borough-lscp', '2026-05-01', '[]', true);
      INSERT INTO body_decision VALUES
        ('shown-1', 'SHOWN/1', 'tri-borough-lscp', 'KEY_DECISION', 'Shown', '2026-05-01', true)`,
    valid: { meetingReference: 'HELD/1', agencyId: 'lbhf', signedOn: '2026-05-10', byRole: 'Chief Executive' },
    other: { signedOn: '2026-05-11' },
    refused: {
      ONE_SUBJECT: { decisionReference: 'TAKEN/1' },
      DECISION_UNKNOWN: { decisionReference: 'TAKEN/0' },
      MEETING_UNKNOWN: { meetingReference: 'HELD/0' },
      DECISION_IS_DEMONSTRATION: { decisionReference: 'SHOWN/1' },
      MEETING_IS_DEMONSTRATION: { meetingReference: 'SHOWN/1' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      NOT_A_PARTNER: { agencyId: 'probation' },
      SIGNED_BEFORE_DONE: { signedOn: '2026-04-30' },
      TEXT_BLANK: { byRole: ' ' },
      TOO_LONG: { byRole: LONG },
      NAMES_SOMEBODY: { byRole: 'a.lead@example.org' },
      DATE_IN_FUTURE: { signedOn: FUTURE },
    },
    held: { MINUTES_PUBLISHED: PUBLISHED },
  });
  describeRecord(meetingMinutes, {
    valid: { reference: 'HELD/2', redactedUrl: 'https://example.org/minutes/2', publishedOn: '2026-05-20' },
    other: { approvedByChairOn: '2026-05-10' },
    refused: {
      MEETING_UNKNOWN: { reference: 'HELD/0' },
      URL_INVALID: { redactedUrl: 'The minutes: present were all three partners' },
      DATES_OUT_OF_ORDER: { publishedOn: '2026-04-30' },
      MINUTES_NOT_SIGNED_OFF: { reference: 'HELD/3' },
      DATE_IN_FUTURE: { publishedOn: FUTURE },
    },
  });
});
