import { join } from 'node:path';
import { ContributionKind, ContributionTarget } from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { contribution } from '../money/contribution-record';
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
});
