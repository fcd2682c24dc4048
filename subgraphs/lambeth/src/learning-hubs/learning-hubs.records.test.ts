import { LearningHubStepKind } from '@hub/contract';
import { describeRecords } from '../../../../test/support/describe-record';
import { lambeth } from '../lambeth';
import { learningHub } from './learning-hub-record';
import { learningHubStep } from './learning-hub-step-record';

const FUTURE = '2099-01-01';

describeRecords(lambeth, (describeRecord) => {
  describeRecord(learningHub, {
    before: `INSERT INTO learning_hub (id, reference, financial_year, topic, started_on, change_makers, is_synthetic)
      VALUES ('x:h', 'H/1', '2023-24', 'Neglect', '2023-05-01', '{Nurse,Police lead}', false)`,
    valid: {
      ...{ reference: 'LPIH/own', financialYear: '2022-23', topic: 'Neglect', startedOn: '2022-05-03' },
      changeMakers: ['Designated nurse', 'Police lead'],
    },
    other: { changeMakers: ['Designated nurse'] },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      TEXT_BLANK: { topic: ' ' },
      NAMES_SOMEBODY: { topic: 'someone@example.org' },
      OUTSIDE_YEAR: { startedOn: '2023-05-03' },
      CHANGE_MAKERS_TOO_MANY: { changeMakers: ['One', 'Two', 'Three'] },
      DATE_IN_FUTURE: { startedOn: FUTURE },
    },
    held: {
      RESTED_ON: [
        `INSERT INTO learning_hub_step VALUES ('x:s', 'S/1', 'LPIH/own', 'REPORT', 'Auditor', '2022-09-01', NULL, false)`,
        `DELETE FROM learning_hub_step WHERE id = 'x:s'`,
      ],
    },
  });
  describeRecord(learningHubStep, {
    valid: {
      ...{ reference: 'H/1-report', hubReference: 'H/1', kind: LearningHubStepKind.REPORT },
      ...{ byRole: 'Independent auditor', doneOn: '2023-09-01', summary: 'Plans were reviewed late.' },
    },
    other: { doneOn: '2023-09-02' },
    refused: {
      REFERENCE_INVALID: { reference: 'a b' },
      TEXT_BLANK: { byRole: ' ' },
      TOO_LONG: { summary: 'Too long by far. '.repeat(60) },
      SAYS_NOTHING: { summary: 'no no' },
      NAMES_SOMEBODY: { summary: 'Ask someone@example.org' },
      HUB_UNKNOWN: { hubReference: 'H/0' },
      DATE_IN_FUTURE: { doneOn: FUTURE },
    },
  });
});
