import { join } from 'node:path';
import { AuditKind } from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { challengeEscalation } from './challenge-escalation-record';
import { professionalChallenge } from './challenge-record';
import { challengeResolution } from './challenge-resolution-record';
import { practiceAudit } from './practice-audit-record';
import { scrutinyActivity } from './scrutiny-activity-record';

const triBorough = definePartnership({
  ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: ['E09000013'] },
  factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
});
const FUTURE = '2099-01-01';
const E_MAIL = 'someone@example.org';
const PROSE = (field: string) => ({
  TOO_LONG: { [field]: 'Too long by far. '.repeat(60) },
  SAYS_NOTHING: { [field]: 'no no' },
  NAMES_SOMEBODY: { [field]: `Ask ${E_MAIL} what was said` },
});
const RECORDED = `
  INSERT INTO professional_challenge VALUES ('x:c', 'C/1', 'A plan that ended', 'lbhf', '2025-02-03', NULL, NULL, false),
    ('x:d', 'D/1', 'A plan that ended', 'lbhf', '2025-02-03', NULL, NULL, false)`;

describeRecords(triBorough, (describeRecord) => {
  describeRecord(practiceAudit, {
    before: RECORDED,
    valid: {
      ...{ reference: 'AUD/own', kind: AuditKind.MULTI_AGENCY, theme: 'Neglect', findings: 4 },
      completedOn: '2025-06-02',
    },
    other: { findings: 5 },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      TEXT_BLANK: { theme: ' ' },
      NAMES_SOMEBODY: { theme: E_MAIL },
      FINDINGS_NEGATIVE: { findings: -1 },
      DATE_IN_FUTURE: { completedOn: FUTURE },
    },
  });
  describeRecord(professionalChallenge, {
    valid: {
      ...{ reference: 'CH/own', subject: 'Who chairs at the weekend', agencyId: 'lbhf', raisedOn: '2025-06-02' },
    },
    other: { raisedOn: '2025-06-03' },
    refused: {
      ...PROSE('subject'),
      REFERENCE_INVALID: { reference: 'a b' },
      AGENCY_UNKNOWN: { agencyId: 'nobody' },
      DATE_IN_FUTURE: { raisedOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO challenge_escalation VALUES ('x:e', 'CH/own', 'escalation-protocol', '2025-07-01', false)`,
        `DELETE FROM challenge_escalation WHERE id = 'x:e'`,
      ],
    },
  });
  describeRecord(challengeResolution, {
    valid: { reference: 'C/1', resolvedOn: '2025-03-03', resolution: 'The agencies agreed what each does.' },
    other: { resolvedOn: '2025-03-04' },
    refused: {
      ...PROSE('resolution'),
      CHALLENGE_UNKNOWN: { reference: 'C/0' },
      BEFORE_CHALLENGE: { resolvedOn: '2025-02-02' },
      DATE_IN_FUTURE: { resolvedOn: FUTURE },
    },
  });
  describeRecord(challengeEscalation, {
    valid: { challengeReference: 'D/1', step: 'escalation-protocol', escalatedOn: '2025-03-03' },
    other: { escalatedOn: '2025-03-04' },
    refused: {
      CHALLENGE_UNKNOWN: { challengeReference: 'D/0' },
      STEP_UNKNOWN: { step: 'celc' },
      DATE_IN_FUTURE: { escalatedOn: FUTURE },
    },
  });
  describeRecord(scrutinyActivity, {
    valid: {
      ...{ reference: 'SCR/own', duty: 'attendance', byRole: 'Independent Chair', doneOn: '2025-06-02' },
      summary: 'Looked at the attendance of the quarter.',
    },
    other: { doneOn: '2025-06-03' },
    refused: {
      ...PROSE('summary'),
      REFERENCE_INVALID: { reference: 'a b' },
      TEXT_BLANK: { byRole: ' ' },
      DUTY_UNKNOWN: { duty: 'celebrations' },
      DATE_IN_FUTURE: { doneOn: FUTURE },
    },
  });
});
