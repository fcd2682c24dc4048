import { groupTestHub } from '../../support/one-hub';
import type { TestHub } from '../../support/test-hub';

let testHub: TestHub;
beforeAll(async () => {
  testHub = await groupTestHub();
});
afterAll(() => testHub?.end());

describe('a hub started with HUB_DEMO=0', () => {
  it('holds the facts of the founding documents and not one synthetic record', async () => {
    const { data, errors } = await testHub.as('analyst')(`{
      partnerships {
        termsOfReference { clauses { id } }
        ... on HoldsMeetings { meetings(first: 1) { edges { cursor } } }
        ... on KeepsBudget { contributions(financialYear: "2025-26") { id } }
        ... on AdoptsProcedures {
          procedureAdoptions { id }
          agreementSignatures { id }
          procedureTraining(financialYear: "2025-26") { id }
          thresholdDocument { isSynthetic }
        }
        ... on ConnectsToNetworks { networkConnections { id } }
      }
      networks { id }
      executiveDecisions(first: 1) { edges { cursor } }
      pooledBudget(financialYear: "2025-26") { holder }
      procedures { id editions { id isSynthetic } rules(on: "2026-11-01") { code } }
      movementCounts(from: "2024-04-01", to: "2026-10-31") { value }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      networks: [],
      executiveDecisions: { edges: [] },
      pooledBudget: null,
      movementCounts: [],
    });
    expect(data.procedures).toContainEqual({
      id: 'london-procedures',
      editions: ['2024-04', '2022-09'].map((edition) => ({ id: `london-procedures:${edition}`, isSynthetic: false })),
      rules: [
        'EMERGENCY_PLACEMENT_NOTICE',
        'HOUSING_NOTICE',
        'INFORMATION_ON_UNPLANNED_MOVE',
        'PLACEMENT_REVIEW',
        'RETURN_HOME_INTERVIEW',
        'TRANSFER_IN_CONFERENCE',
      ].map((code) => ({ code })),
    });
    for (const partnership of data.partnerships) {
      expect(partnership.termsOfReference.clauses.length).toBeGreaterThan(20);
      expect(partnership).toMatchObject({ meetings: { edges: [] }, contributions: [], procedureAdoptions: [] });
      expect(partnership).toMatchObject({ agreementSignatures: [], procedureTraining: [], networkConnections: [] });
      expect(partnership.thresholdDocument?.isSynthetic).not.toBe(true);
    }
  });
});
