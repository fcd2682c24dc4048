import { openSubgraph, type OpenSubgraph } from './open-subgraph';
import { londonScp } from '../../subgraphs/london-scp/src/london-scp';

const books = (count: number, financialYear: string) =>
  Array.from({ length: count }, (_, index) => ({
    __typename: `Borough${index + 1}BudgetYear`,
    contributions: [
      {
        reference: `borough-${index + 1}/${financialYear}/council`,
        target: 'LONDON_POOLED_BUDGET',
        project: null,
        kind: 'CASH',
        pledgedPence: 100_000 + index,
        paidPence: 100_000 + index,
        paidOn: '2030-06-01',
        agency: { id: 'council', sector: 'LOCAL_AUTHORITY' },
      },
    ],
  }));

/**
 * Holds the reducers of the pooled budget to their number of SQL statements. Two test files call it, each with a directory
 * of its own size.
 */
export function describePooledBudgetStatements(count: number): void {
  describe(`the pooled budget over ${count} partnerships`, () => {
    let london: OpenSubgraph;
    beforeAll(async () => {
      london = await openSubgraph(londonScp, { demo: false });
      const { data } = await london.ask(
        'mutation { openFinancialYear(input: { financialYear: "2030-31" }) { userErrors { message } } }',
      );
      expect(data).toMatchObject({ openFinancialYear: { userErrors: [] } });
    });
    afterAll(() => london?.close());

    it('reconciles and weighs the books of all with as many SQL statements whatever their number', async () => {
      london.statements.reset();
      const { data, errors } = await london.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on PooledBudget {
        reconciliation { coverage { answered expected missing { name } } paidPence differences { kind partnership { name } } }
        equity { coverage { answered } totalPence byPartnership { partnership { name } localAuthorities { name } pence share { basisPoints } } }
      } } }`,
        {
          representations: [
            {
              __typename: 'PooledBudget',
              financialYear: '2030-31',
              budgetYears: [null, ...books(count, '2030-31').slice(1)],
              previousBudgetYears: books(count, '2029-30'),
            },
          ],
        },
      );
      expect(errors).toBeUndefined();
      expect((data!['_entities'] as unknown[])[0]).toMatchObject({
        reconciliation: {
          coverage: { answered: count - 1, expected: count, missing: [{ name: 'Borough 1' }] },
          paidPence: null,
          differences: { length: count - 1, 0: { kind: 'UNMATCHED_PAYMENT' } },
        },
        equity: { coverage: { answered: count - 1 }, totalPence: null, byPartnership: { length: count } },
      });
      // Records of London, the directory, and the names of the local authorities that each covers: once for all.
      expect(london.statements.count()).toBe(4);
    });
  });
}
