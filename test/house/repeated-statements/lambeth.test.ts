import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import { describeRepeatedStatements } from '../../support/describe-repeated-statements';

describeRepeatedStatements(lambeth, {
  known: 'LambethPartnership.childRecordAccesses',
  entities: {
    LambethPartnership: '{ __typename: "LambethPartnership", id: "lambeth" }',
    LambethBudgetYear: '{ __typename: "LambethBudgetYear", id: "lambeth:2025-26" }',
  },
});
