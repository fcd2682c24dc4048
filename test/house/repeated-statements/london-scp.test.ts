import { londonScp } from '../../../subgraphs/london-scp/src/london-scp';
import { describeRepeatedStatements } from '../../support/describe-repeated-statements';

/** What London's reductions are brought, as the gateway would; nobody answered. */
const PLACES = '[null, null, null, null]';

describeRepeatedStatements(londonScp, {
  known: 'LondonScp.movementTimeliness',
  entities: {
    LocalAuthority: '{ __typename: "LocalAuthority", gssCode: "E09000022" }',
    LondonScp: `{ __typename: "LondonScp", id: "london-scp", recordKeepers: ${PLACES} }`,
    PooledBudget: `{ __typename: "PooledBudget", financialYear: "2025-26", budgetYears: ${PLACES}, previousBudgetYears: ${PLACES} }`,
    Procedure: `{ __typename: "Procedure", id: "london-procedures", adopters: ${PLACES} }`,
  },
});
