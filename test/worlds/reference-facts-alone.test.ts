import { startWorld, type HubWorld } from '../support/hub-world';

let world: HubWorld;
beforeAll(async () => {
  world = await startWorld({ demo: false });
});
afterAll(() => world?.end());

describe('a hub started with HUB_DEMO=0', () => {
  it('holds the facts of the founding documents and not one synthetic record', async () => {
    const { data, errors } = await world.ask(`{
      partnerships {
        termsOfReference { clauses { id } }
        ... on HoldsMeetings { meetings(first: 1) { edges { cursor } } }
        ... on KeepsBudget { contributions(financialYear: "2025-26") { id } }
        ... on AdoptsProcedures { procedureAdoptions { id } }
        ... on ConnectsToNetworks { networkConnections { id } }
      }
      networks { id }
      executiveDecisions(first: 1) { edges { cursor } }
      pooledBudget(financialYear: "2025-26") { holder }
      procedures { id editions { id } }
      movements(first: 1) { edges { cursor } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      networks: [],
      executiveDecisions: { edges: [] },
      pooledBudget: null,
      movements: { edges: [] },
    });
    expect(data.procedures).toContainEqual({ id: 'london-procedures', editions: [] });
    for (const partnership of data.partnerships) {
      expect(partnership.termsOfReference.clauses.length).toBeGreaterThan(20);
      expect(partnership).toMatchObject({
        meetings: { edges: [] },
        contributions: [],
        procedureAdoptions: [],
        networkConnections: [],
      });
    }
  });
});
