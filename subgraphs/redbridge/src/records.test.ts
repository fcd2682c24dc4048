import { describeRecords } from '../../../test/support/describe-record';
import { confidentialityPermission } from './member-agreement/confidentiality-permission-record';
import { memberSignature } from './member-agreement/member-signature-record';
import { redbridge } from './redbridge';

const FUTURE = '2099-01-01';

describeRecords(redbridge, (describeRecord) => {
  describeRecord(memberSignature, {
    before: `INSERT INTO appointment (id, reference, seat_id, post, role_title, appointed_on, is_synthetic) VALUES
      ('L', 'LAY-1', 'redbridge-partnership:8', null, 'Lay member', '2026-01-01', false),
      ('M', 'BM', null, 'BUSINESS_MANAGER', 'Business manager', '2026-01-01', false)`,
    valid: { appointmentReference: 'LAY-1', signedOn: '2026-01-15' },
    other: { service: 'Community links' },
    refused: {
      TEXT_BLANK: { service: ' ' },
      TOO_LONG: { service: 'a'.repeat(300) },
      NAMES_SOMEBODY: { service: 'Team on 07700 900123' },
      SUPPORT_POST: { appointmentReference: 'BM' },
      APPOINTMENT_UNKNOWN: { appointmentReference: 'nobody' },
      DATE_IN_FUTURE: { signedOn: FUTURE },
    },
  });
  describeRecord(confidentialityPermission, {
    before: `INSERT INTO chair_appointment (id, body_id, office, role_title, sector, appointed_on, agreed_by, is_synthetic)
      VALUES ('C1', 'redbridge-partnership', 'CHAIR', 'Independent Chair', 'INDEPENDENT', '2024-01-01', '{}', false)`,
    valid: {
      ...{ reference: '2026/1', what: 'Findings of the audit of neglect', recipient: 'Health and Wellbeing Board' },
      permittedOn: '2026-05-01',
    },
    other: { recipient: 'Community Safety Partnership' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { recipient: ' ' },
      TOO_LONG: { what: 'a b '.repeat(300) },
      SAYS_NOTHING: { what: '.' },
      NAMES_SOMEBODY: { what: 'Findings of the audit, ring 07700 900123' },
      NO_CHAIR_THEN: { permittedOn: '2020-01-01' },
      DATE_IN_FUTURE: { permittedOn: FUTURE },
    },
  });
});
