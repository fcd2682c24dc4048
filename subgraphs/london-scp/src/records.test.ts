import {
  ContributionKind,
  ContributionTarget,
  ProcedureRuleCode,
  ProcedureRuleStart,
  ProcedureRuleUnit,
  SeatCapacity,
  Sector,
} from '@hub/contract';
import { describeRecords } from '../../../test/support/describe-record';
import { DecisionKind } from './governance/decisions/decision-kind';
import { executiveDecision } from './governance/decisions/decision-records';
import { signOff } from './governance/decisions/sign-off-record';
import { londonScp } from './london-scp';
import { executiveMeeting } from './meetings/executive-meeting-record';
import { pledge, receipt } from './money/answer-records';
import { allocation } from './money/allocation-record';
import { carryForward } from './money/carry-forward-record';
import { expenditure } from './money/expenditure-record';
import { pooledInstalmentAgreement, pooledInstalmentPayment } from './money/instalment-records';
import { pooledContribution } from './money/pooled-contribution-record';
import { networkMeeting } from './networks/network-meeting-record';
import { networkReport } from './networks/network-report-record';
import { networkReportResult } from './networks/network-report-result-record';
import { londonResponse } from './plans/london-response-record';
import { LondonResponseKind } from './plans/london-response-kind';
import { procedureEdition } from './procedures/procedure-edition-record';
import { procedure } from './procedures/procedure-record';
import { procedureRule } from './procedures/procedure-rule-record';
import { ProcedureKind } from './procedures/procedure-kind';

const FUTURE = '2099-01-01';
const assistant = { agencyId: 'metropolitan-police', capacity: SeatCapacity.MEMBER, role: 'Assistant Commissioner' };

/** Years, decisions and a receipt on which money rests. */
const BOOKS = `
  INSERT INTO pooled_budget VALUES ('2022-23', 'OPEN', NULL, false), ('2021-22', 'CLOSED', '2022-06-30', false), ('2020-21', 'CLOSED', '2021-06-30', false);
  INSERT INTO executive_decision (id, reference, title, kind, decided_on, amount_pence, is_synthetic) VALUES
    ('d1', 'E/1', 'Training', 'FUNDING', '2025-05-01', 60000, false), ('d2', 'E/2', 'Dates', 'OTHER', '2025-05-01', NULL, false),
    ('d3', 'E/3', 'Unsigned', 'FUNDING', '2025-05-01', 60000, false), ('d4', 'E/4', 'No sum', 'FUNDING', '2025-05-01', NULL, false),
    ('d5', 'E/5', 'A network', 'NETWORK', '2025-05-01', NULL, false),
    ('decision:S/1', 'S/1', 'To be signed', 'FUNDING', '2025-05-01', 900, false);
  INSERT INTO decision_sign_off SELECT id, sector, '2025-05-15', 'Lead'
    FROM executive_decision, unnest('{LOCAL_AUTHORITY,NHS,POLICE}'::text[]) sector WHERE id IN ('d1', 'd2', 'd4', 'd5');
  INSERT INTO pooled_contribution (id, financial_year, partnership_id, reference, agency_id, sector, target, kind,
      invited_on, received_pence, received_on, is_synthetic)
    VALUES ('r0', '2021-22', 'lambeth', 'R/0/PAID', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH', '2021-02-01', 700, '2021-05-01', false),
      ('r1', '2022-23', 'lambeth', 'R/1', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH', '2022-02-01', 50000, '2022-05-01', false),
      ('r2', '2022-23', 'lambeth', 'R/2', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH', '2022-02-01', NULL, NULL, false),
      ('r3', '2021-22', 'lambeth', 'R/3', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH', '2021-02-01', NULL, NULL, false)`;
const NETWORKS = `
  INSERT INTO network (id, name, remit, themes, decision_id, supported_from, ended_on, support_given, is_synthetic) VALUES
    ('network:own', 'Own', 'Own', '{}', 'd5', '2025-06-01', NULL, '{}', false),
    ('network:proposed', 'Proposed', 'Proposed', '{}', NULL, NULL, NULL, '{}', false),
    ('network:ended', 'Ended', 'Ended', '{}', 'd5', '2025-06-01', '2026-01-01', '{}', false)`;
const PROCEDURES = `
  INSERT INTO procedure VALUES ('own', 'Own', 'SHARED_PROTOCOL', 'Own.', null, '{LON-07}', false);
  INSERT INTO procedure_edition (id, procedure_id, in_force_from, is_synthetic, chapters, changes, source, is_reference)
    VALUES ('own:2024-01', 'own', '2024-01-31', false, '[]', '[]', null, false)`;

/** A pledge that is to be paid in instalments, and a contribution of which one was paid. */
const INSTALMENTS = `
  INSERT INTO pooled_budget VALUES ('2023-24', 'OPEN', NULL, false);
  INSERT INTO pooled_contribution (id, financial_year, partnership_id, reference, agency_id, sector, target, kind,
      invited_on, pledged_pence, is_synthetic)
    VALUES ('r4', '2022-23', 'lambeth', 'R/4', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH', '2022-02-01', 1000, false),
      ('r5', '2022-23', 'lambeth', 'R/5', 'icb', 'NHS', 'LONDON_POOLED_BUDGET', 'CASH', '2022-02-01', 1000, false);
  INSERT INTO instalment_payment VALUES ('R/5/1', 'R/5', 1, '2022-05-01', true)`;

const YEAR_CLOSED: [string, string] = [
  `UPDATE pooled_budget SET status = 'CLOSED', closed_on = '2023-06-30' WHERE financial_year = '2022-23'`,
  `UPDATE pooled_budget SET status = 'OPEN', closed_on = NULL WHERE financial_year = '2022-23'`,
];
const spent = (reference: string, pence: number, decision: string) =>
  `INSERT INTO expenditure (reference, financial_year, description, amount_pence, spent_on, decision_reference, is_synthetic)
   VALUES ('${reference}', '2022-23', 'Held', ${pence}, '2025-09-01', '${decision}', false)`;
const unspent = (reference: string) => `DELETE FROM expenditure WHERE reference = '${reference}'`;

const money = { reference: 'M/1', financialYear: '2022-23', amountPence: 100, decisionReference: 'E/1' };
const unfunded = {
  TEXT_BLANK: { reference: ' ' },
  AMOUNT_NOT_POSITIVE: { amountPence: 0 },
  DECISION_MISSING: { decisionReference: ' ' },
  YEAR_NOT_OPENED: { financialYear: '2019-20' },
  YEAR_CLOSED: { financialYear: '2021-22' },
  DECISION_UNKNOWN: { decisionReference: 'E/0' },
  DECISION_OF_OTHER_KIND: { decisionReference: 'E/2' },
  DECISION_NOT_SIGNED_OFF: { decisionReference: 'E/3' },
  DECISION_IS_DEMONSTRATION: { decisionReference: 'london-scp/decision/procedures-website' },
  DECISION_WITHOUT_AMOUNT: { decisionReference: 'E/4' },
  ABOVE_DECISION: { amountPence: 60_001 },
};

describeRecords(londonScp, (describeRecord) => {
  describeRecord(executiveDecision, {
    before: BOOKS,
    valid: { reference: 'X/1', title: 'Training', kind: DecisionKind.FUNDING, decidedOn: '2026-01-10', amountPence: 5 },
    other: { title: 'Other' },
    refused: {
      TEXT_BLANK: { title: ' ' },
      AMOUNT_NOT_FOR_KIND: { kind: DecisionKind.OTHER },
      AMOUNT_NOT_POSITIVE: { amountPence: 0 },
      DATE_IN_FUTURE: { decidedOn: FUTURE },
    },
    held: { RESTED_ON: [spent('H/1', 1, 'X/1'), unspent('H/1')] },
  });
  describeRecord(signOff, {
    valid: { reference: 'S/1', sector: Sector.NHS, signedOn: '2026-02-01', byRole: 'Chief nurse' },
    other: { signedOn: '2026-02-02' },
    refused: {
      DECISION_UNKNOWN: { reference: 'S/0' },
      SECTOR_SIGNS_NOTHING: { sector: Sector.LAY },
      DATE_IN_FUTURE: { signedOn: FUTURE },
      TEXT_BLANK: { byRole: ' ' },
      SIGNED_BEFORE_DECIDED: { signedOn: '2025-04-30' },
    },
    held: {
      RESTED_ON: [spent('H/4', 1, 'S/1'), unspent('H/4')],
      DECISION_IS_DEMONSTRATION: [
        `UPDATE executive_decision SET is_synthetic = true WHERE reference = 'S/1'`,
        `UPDATE executive_decision SET is_synthetic = false WHERE reference = 'S/1'`,
      ],
    },
  });
  describeRecord(executiveMeeting, {
    valid: { reference: 'X/2', bodyId: 'london-scp-executive', heldOn: '2026-02-03', attendance: [assistant] },
    other: { attendance: [{ ...assistant, isDelegate: true, authorityTests: ['take-decisions'] }] },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      BODY_UNKNOWN: { bodyId: 'nobody' },
      AGENCY_UNKNOWN: { attendance: [{ ...assistant, agencyId: 'nobody' }] },
      SEAT_UNKNOWN: { attendance: [{ ...assistant, seatId: 'london-scp-executive:1' }] },
      AUTHORITY_TEST_UNKNOWN: { attendance: [{ ...assistant, authorityTests: ['ensure-dissemination'] }] },
      TEXT_BLANK: { attendance: [{ ...assistant, role: ' ' }] },
      TOO_LONG: { attendance: [{ ...assistant, role: 'a very long office '.repeat(20) }] },
      NAMES_SOMEBODY: { attendance: [{ ...assistant, role: 'a.lead@example.org' }] },
      TOO_MANY: { attendance: Array.from({ length: 101 }, () => assistant) },
      DATE_IN_FUTURE: { heldOn: FUTURE },
    },
  });
  describeRecord(pooledContribution, {
    valid: {
      ...{ reference: 'I/1', financialYear: '2022-23', partnershipId: 'lambeth', agencyId: 'lambeth-council' },
      ...{ sector: Sector.LOCAL_AUTHORITY, target: ContributionTarget.LONDON_POOLED_BUDGET },
      ...{ kind: ContributionKind.CASH, invitedOn: '2022-02-01' },
    },
    other: { agencyId: 'icb' },
    refused: {
      TEXT_BLANK: { agencyId: ' ' },
      TARGET_NOT_LONDON: { target: ContributionTarget.LOCAL_BUDGET },
      PROJECT_MISSING: { target: ContributionTarget.LONDON_PROJECT },
      PROJECT_NOT_EXPECTED: { project: 'Website' },
      PARTNERSHIP_UNKNOWN: { partnershipId: 'camden' },
      AGENCY_UNKNOWN: { partnershipId: null, agencyId: 'nobody' },
      DATE_IN_FUTURE: { invitedOn: FUTURE },
      YEAR_NOT_OPENED: { financialYear: '2019-20' },
      YEAR_CLOSED: { financialYear: '2021-22' },
    },
    held: {
      YEAR_CLOSED,
      ABOVE_RECEIPTS: [
        `UPDATE pooled_contribution SET received_pence = 10 WHERE reference = 'I/1'; ${spent('H/2', 50_001, 'E/1')}`,
        `UPDATE pooled_contribution SET received_pence = NULL WHERE reference = 'I/1'; ${unspent('H/2')}`,
      ],
    },
  });
  describeRecord(expenditure, {
    valid: { ...money, description: 'Training', spentOn: '2025-09-01' },
    other: { amountPence: 99 },
    refused: {
      ...unfunded,
      DATE_IN_FUTURE: { spentOn: FUTURE },
      SPENT_BEFORE_DECISION: { spentOn: '2025-05-14' },
      ABOVE_RECEIPTS: { amountPence: 50_001 },
    },
    held: { YEAR_CLOSED },
  });
  describeRecord(allocation, {
    valid: { ...money, project: 'Website', allocatedOn: '2025-09-01' },
    other: { amountPence: 99 },
    refused: {
      ...unfunded,
      DATE_IN_FUTURE: { allocatedOn: FUTURE },
      ALLOCATED_BEFORE_DECISION: { allocatedOn: '2025-05-14' },
    },
    held: { YEAR_CLOSED },
  });
  describeRecord(pledge, {
    valid: { reference: 'R/2', pledgedPence: 0 },
    other: { pledgedPence: 9 },
    refused: {
      NEGATIVE_AMOUNT: { pledgedPence: -1 },
      REFERENCE_UNKNOWN: { reference: 'R/0' },
      YEAR_CLOSED: { reference: 'R/3' },
    },
    held: {
      YEAR_CLOSED,
      INSTALMENTS_AGREED: [
        `UPDATE pooled_contribution SET agreed_instalments = '[]' WHERE reference = 'R/2'`,
        `UPDATE pooled_contribution SET agreed_instalments = NULL WHERE reference = 'R/2'`,
      ],
    },
  });
  describeRecord(receipt, {
    before: INSTALMENTS,
    valid: { reference: 'R/2', receivedPence: 10, receivedOn: '2022-05-02' },
    other: { receivedOn: '2022-05-03' },
    refused: {
      AMOUNT_NOT_POSITIVE: { receivedPence: 0 },
      DATE_IN_FUTURE: { receivedOn: FUTURE },
      REFERENCE_UNKNOWN: { reference: 'R/0' },
      PAID_IN_INSTALMENTS: { reference: 'R/5' },
      YEAR_CLOSED: { reference: 'R/3' },
    },
    held: { YEAR_CLOSED, ABOVE_RECEIPTS: [spent('H/3', 50_000, 'E/1'), unspent('H/3')] },
  });
  describeRecord(pooledInstalmentAgreement, {
    valid: {
      reference: 'R/4',
      instalments: [
        { dueOn: FUTURE, amountPence: 400 },
        { dueOn: '2022-07-01', amountPence: 600 },
      ],
    },
    other: { instalments: [{ dueOn: '2022-07-01', amountPence: 1_000 }] },
    refused: {
      INSTALMENTS_MISSING: { instalments: [] },
      TOO_MANY: {
        instalments: Array.from({ length: 13 }, (_, n) => ({ dueOn: `2022-07-${n + 10}`, amountPence: 1 })),
      },
      AMOUNT_NOT_POSITIVE: {
        instalments: [
          { dueOn: '2022-07-01', amountPence: 1_001 },
          { dueOn: '2022-07-02', amountPence: -1 },
        ],
      },
      DUE_TWICE: {
        instalments: [
          { dueOn: '2022-07-01', amountPence: 500 },
          { dueOn: '2022-07-01', amountPence: 500 },
        ],
      },
      NOT_THE_PLEDGE: { instalments: [{ dueOn: '2022-07-01', amountPence: 999 }] },
      PLEDGE_MISSING: { reference: 'R/1' },
      REFERENCE_UNKNOWN: { reference: 'london-scp/nothing' },
      YEAR_CLOSED: { reference: 'R/3' },
    },
    held: { YEAR_CLOSED },
  });
  describeRecord(pooledInstalmentPayment, {
    valid: { reference: 'R/4/1', contributionReference: 'R/4', amountPence: 600, paidOn: '2022-06-30' },
    other: { amountPence: 599 },
    refused: {
      TEXT_BLANK: { reference: ' ' },
      AMOUNT_NOT_POSITIVE: { amountPence: 0 },
      DATE_IN_FUTURE: { paidOn: FUTURE },
      REFERENCE_UNKNOWN: { contributionReference: 'R/0' },
      PAID_AT_ONCE: { contributionReference: 'R/1' },
      YEAR_CLOSED: { contributionReference: 'R/3' },
    },
    held: { YEAR_CLOSED, ABOVE_RECEIPTS: [spent('H/5', 50_600, 'E/1'), unspent('H/5')] },
  });
  describeRecord(carryForward, {
    valid: { fromYear: '2021-22', amountPence: 700, carriedOn: '2022-07-01' },
    other: { amountPence: 699, carriedOn: '2025-06-01', decisionReference: 'E/1' },
    refused: {
      AMOUNT_NOT_POSITIVE: { amountPence: 0 },
      DATE_IN_FUTURE: { carriedOn: FUTURE },
      YEAR_NOT_OPENED: { fromYear: '2018-19' },
      YEAR_CLOSED: { fromYear: '2020-21' },
      YEAR_NOT_CLOSED: { fromYear: '2022-23' },
      CARRIED_BEFORE_CLOSE: { carriedOn: '2022-06-29' },
      ABOVE_BALANCE: { amountPence: 701 },
      DECISION_UNKNOWN: { decisionReference: 'E/0' },
      DECISION_OF_OTHER_KIND: { decisionReference: 'E/2' },
      DECISION_NOT_SIGNED_OFF: { decisionReference: 'E/3' },
      DECISION_IS_DEMONSTRATION: { decisionReference: 'london-scp/decision/procedures-website' },
      CARRIED_BEFORE_DECISION: { decisionReference: 'E/1' },
    },
    held: { YEAR_CLOSED, ABOVE_RECEIPTS: [spent('H/6', 50_700, 'E/1'), unspent('H/6')] },
  });
  describeRecord(networkMeeting, {
    before: NETWORKS,
    valid: { networkId: 'network:own', heldOn: '2026-02-10' },
    other: null,
    refused: {
      NETWORK_UNKNOWN: { networkId: 'network:none' },
      NETWORK_ENDED: { networkId: 'network:ended' },
      DATE_IN_FUTURE: { heldOn: FUTURE },
    },
  });
  describeRecord(networkReport, {
    valid: { networkId: 'network:own', invitedOn: '2026-03-02' },
    other: { executiveMeetingOn: '2026-04-15' },
    refused: {
      BEFORE_INVITATION: { executiveMeetingOn: '2026-01-21' },
      DATE_IN_FUTURE: { invitedOn: FUTURE },
      NETWORK_UNKNOWN: { networkId: 'network:none' },
      NETWORK_ENDED: { networkId: 'network:ended' },
      NETWORK_NOT_SUPPORTED: { networkId: 'network:proposed' },
    },
  });
  describeRecord(networkReportResult, {
    valid: {
      ...{ networkId: 'network:own', invitedOn: '2026-03-02', executiveMeetingOn: '2026-04-15', attended: true },
    },
    other: { reportedOn: '2026-04-15', summary: 'On schools.' },
    refused: {
      NETWORK_UNKNOWN: { networkId: 'network:none' },
      INVITATION_UNKNOWN: { invitedOn: '2026-03-03' },
      BEFORE_INVITATION: { executiveMeetingOn: '2026-03-01' },
      SUMMARY_WITHOUT_REPORT: { summary: 'On schools.' },
      DATE_IN_FUTURE: { reportedOn: FUTURE },
    },
  });
  describeRecord(londonResponse, {
    valid: {
      ...{ reference: 'R/2026/1', kind: LondonResponseKind.RESPONSE, title: 'Faith', doneOn: '2026-02-10', voices: [] },
      issueIds: ['lambeth-issue:I/1'],
    },
    other: { publishedAt: 'https://example.org/faith' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { title: ' ' },
      NAMES_SOMEBODY: { submittedTo: 'On 943 476 5919' },
      ADDRESS_INVALID: { publishedAt: 'faith' },
      ISSUE_UNKNOWN: { issueIds: ['Lambeth'] },
      RECIPIENT_MISSING: { kind: LondonResponseKind.POLICY_SUBMISSION },
      DATE_IN_FUTURE: { doneOn: FUTURE },
    },
  });
  describeRecord(procedure, {
    before: PROCEDURES,
    valid: {
      ...{ id: 'neglect', title: 'Neglect', kind: ProcedureKind.SHARED_PROTOCOL, description: 'On neglect.' },
      sources: ['LON-07'],
    },
    other: { description: 'Other.' },
    refused: {
      ID_INVALID: { id: 'Neglect' },
      ID_TAKEN: { id: 'lambeth-executive' },
      TEXT_BLANK: { title: ' ' },
      ADDRESS_INVALID: { publishedAt: 'neglect' },
      CLAUSE_UNKNOWN: { sources: ['LON-99'] },
      TITLE_TAKEN: { title: 'Own' },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO procedure_edition (id, procedure_id, in_force_from, is_synthetic, chapters, changes, source, is_reference)
         VALUES ('neglect:1', 'neglect', '2024-01-31', false, '[]', '[]', null, false)`,
        `DELETE FROM procedure_edition WHERE id = 'neglect:1'`,
      ],
    },
  });
  describeRecord(procedureEdition, {
    valid: {
      ...{ procedureId: 'own', inForceFrom: '2026-03-31' },
      ...{ chapters: [{ number: 'CP1', title: 'One' }], changes: [{ chapter: 'CP1', summary: 'New.' }] },
    },
    other: { changes: [] },
    refused: {
      ID_INVALID: { editionId: 'own' },
      TEXT_BLANK: { chapters: [{ number: 'CP1', title: ' ' }] },
      CHAPTER_TWICE: { chapters: ['One', 'Two'].map((title) => ({ number: 'CP1', title })) },
      CHAPTER_UNKNOWN: { chapters: [] },
      PROCEDURE_UNKNOWN: { procedureId: 'none' },
      DECISION_UNKNOWN: { decisionReference: 'E/0' },
      ADDRESS_INVALID: { publishedAt: 'edition' },
      DATE_IN_FUTURE: { noticeGivenOn: FUTURE },
      NOT_AFTER_LATEST: { inForceFrom: '2023-12-31' },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO procedure_rule VALUES ('held', 'own', 'own:2026-03', 'RETURN_INTERVIEW', 1, 'HOURS', 'RETURN', false,
           '2026-04-01', null, 'Own', 'Own', null, false)`,
        `DELETE FROM procedure_rule WHERE id = 'held'`,
      ],
    },
  });
  describeRecord(procedureRule, {
    before: `INSERT INTO procedure_edition (id, procedure_id, in_force_from, is_synthetic, chapters, changes, source, is_reference)
      VALUES ('own:demo', 'own', '2023-01-31', true, '[]', '[]', null, false);
      INSERT INTO procedure_rule VALUES ('own:old', 'own', null, 'ACKNOWLEDGEMENT', 1, 'WORKING_DAYS', 'NOTIFICATION', false, '2024-01-01', null, 'Own', 'Own', null, false)`,
    valid: {
      ...{
        procedureId: 'own',
        code: ProcedureRuleCode.ACKNOWLEDGEMENT,
        amount: 5,
        unit: ProcedureRuleUnit.WORKING_DAYS,
      },
      ...{ startsAt: ProcedureRuleStart.NOTIFICATION, countsStartDay: false, validFrom: '2026-04-01' },
      ...{ statedBy: 'London', source: 'LON-07' },
    },
    other: { amount: 6 },
    refused: {
      AMOUNT_TOO_SMALL: { amount: 0 },
      AMOUNT_TOO_LARGE: { amount: 300 },
      START_WRONG: { startsAt: ProcedureRuleStart.ASKED },
      TEXT_BLANK: { statedBy: ' ' },
      PROCEDURE_UNKNOWN: { procedureId: 'none' },
      EDITION_UNKNOWN: { editionId: 'own:none' },
      EDITION_SYNTHETIC: { editionId: 'own:demo' },
      NOT_AFTER_LATEST: { validFrom: '2023-12-31' },
    },
  });
});
