import { join } from 'node:path';
import { ReportKind } from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { definePartnership } from '../define-partnership';
import { reportDispatch } from './report-dispatch-record';
import { report } from './report-record';

const triBorough = definePartnership({
  ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: [] },
  factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
});
const FUTURE = '2099-01-01';
const SECTIONS = ['areas-of-focus', 'feedback', 'key-work', 'learning-points', 'priorities-and-progress', 'training'];

describeRecords(triBorough, (describeRecord) => {
  describeRecord(report, {
    valid: {
      ...{ reference: 'Annual/2019-20', kind: ReportKind.ANNUAL, title: 'Annual report 2019-20' },
      ...{ periodFrom: '2019-04-01', periodTo: '2020-03-31', publishedOn: '2020-09-14', sections: SECTIONS },
    },
    other: { publishedAt: 'https://example.org/annual-report' },
    refused: {
      REFERENCE_INVALID: { reference: '/' },
      TEXT_BLANK: { title: ' ' },
      NAMES_SOMEBODY: { title: 'On 943 476 5919' },
      ADDRESS_INVALID: { publishedAt: 'example.org' },
      PERIOD_OUT_OF_ORDER: { periodTo: '2019-03-31' },
      NOT_A_FINANCIAL_YEAR: { periodTo: '2020-03-30' },
      SECTION_MISSING: { sections: SECTIONS.slice(1) },
      SECTION_UNKNOWN: { sections: [...SECTIONS, 'scrutineer-section'] },
      DATE_IN_FUTURE: { publishedOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO report_dispatch VALUES ('held', 'tri-borough-report:Annual/2019-20', 'website', '2020-09-14', false)`,
        `DELETE FROM report_dispatch WHERE id = 'held'`,
      ],
    },
  });
  describeRecord(reportDispatch, {
    before: `INSERT INTO report VALUES
      ('tri-borough-report:own', 'own', 'ANNUAL', 'Own', '2018-04-01', '2019-03-31', '2019-09-02', null, '{}', false),
      ('tri-borough-report:demo', 'demo', 'ANNUAL', 'Demo', '2018-04-01', '2019-03-31', '2019-09-02', null, '{}', true)`,
    valid: { reportReference: 'own', recipient: 'practice-review-panel', sentOn: '2019-09-09' },
    other: { sentOn: '2019-09-10' },
    refused: {
      REPORT_UNKNOWN: { reportReference: 'none' },
      RECIPIENT_UNKNOWN: { recipient: 'everybody' },
      REPORT_IS_DEMONSTRATION: { reportReference: 'demo' },
      DATE_IN_FUTURE: { sentOn: FUTURE },
    },
  });
});
