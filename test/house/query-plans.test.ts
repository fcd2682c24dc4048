import { planOf } from '../support/plan-of';
import { referenceSupergraph } from '../support/reference-schema';
import { exampleQuery } from '../support/saved-examples';

const PARTNERSHIPS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];
const { supergraphSdl } = referenceSupergraph();

/** Subgraphs asked at a stage, by the path of the answer they complete. */
function stageOf(fetches: ReturnType<typeof planOf>, stage: number): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  for (const fetch of fetches.filter((f) => f.stage === stage)) (paths[fetch.path] ??= []).push(fetch.subgraph);
  for (const subgraphs of Object.values(paths)) subgraphs.sort();
  return paths;
}

describe('the plans of cross-borough questions', () => {
  it('asks London once, then every partnership in parallel, for one question of every partnership', () => {
    const fetches = planOf(supergraphSdl, exampleQuery('01-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({ 'partnerships.@': PARTNERSHIPS });
    expect(fetches).toHaveLength(5);
  });

  it('asks London, then each partnership once a place in the answer, in parallel, across all four subjects', () => {
    const fetches = planOf(supergraphSdl, exampleQuery('02-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({
      'networks.@.respondents.@': PARTNERSHIPS,
      'pooledBudget.partnerships.@': PARTNERSHIPS,
      'procedures.@.partnerships.@': PARTNERSHIPS,
    });
    // Who the members' agencies are is reduced from what partnerships answered; their bodies are asked for after that.
    expect(stageOf(fetches, 2)).toEqual({ 'networks.@': ['london-scp'] });
    expect(stageOf(fetches, 3)).toEqual({ 'networks.@.members.items.@.partnership': PARTNERSHIPS });
    expect(Math.max(...fetches.map(({ stage }) => stage))).toBe(3);
  });

  it('asks London, every partnership in parallel, and London again, for the members and local bodies of networks', () => {
    const fetches = planOf(supergraphSdl, exampleQuery('10-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({ 'networks.@.respondents.@': PARTNERSHIPS });
    // One for each of the two fields, which the gateway sends as one.
    expect(stageOf(fetches, 2)).toEqual({ 'networks.@': ['london-scp', 'london-scp'] });
    expect(fetches).toHaveLength(7);
  });

  it('reconciles in three stages: London, every partnership once in parallel, London', () => {
    const fetches = planOf(supergraphSdl, exampleQuery('11-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({ 'pooledBudget.budgetYears.@': PARTNERSHIPS });
    expect(stageOf(fetches, 2)).toEqual({ pooledBudget: ['london-scp'] });
    expect(fetches).toHaveLength(6);
  });

  it('measures equity in three stages, with each partnership asked once for each of the two years', () => {
    const query = '{ pooledBudget(financialYear: "2025-26") { equity { totalPence coverage { answered } } } }';
    const fetches = planOf(supergraphSdl, query);
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({
      'pooledBudget.budgetYears.@': PARTNERSHIPS,
      'pooledBudget.previousBudgetYears.@': PARTNERSHIPS,
    });
    expect(stageOf(fetches, 2)).toEqual({ pooledBudget: ['london-scp'] });
    expect(fetches).toHaveLength(10);
  });

  it('asks London, then every partnership in parallel, then London again, for who adopted and who signed', () => {
    const questions = {
      '14-': 'procedure.adopters.@',
      '15-': 'procedures.@.adopters.@',
    };
    for (const [example, adopters] of Object.entries(questions)) {
      const fetches = planOf(supergraphSdl, exampleQuery(example));
      expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
      expect(stageOf(fetches, 1)).toEqual({ [adopters]: PARTNERSHIPS });
      expect(stageOf(fetches, 2)).toEqual({ [adopters.replace('.adopters.@', '')]: ['london-scp'] });
      expect(fetches).toHaveLength(6);
    }
  });

  it('asks each partnership once where both adoption and signatures are wanted', () => {
    const query = '{ procedures { adoption { coverage { answered } } signatures { coverage { answered } } } }';
    const fetches = planOf(supergraphSdl, query);
    expect(stageOf(fetches, 1)).toEqual({ 'procedures.@.adopters.@': PARTNERSHIPS });
    expect(Math.max(...fetches.map(({ stage }) => stage))).toBe(2);
  });

  it("asks London for the movements, then each side's partnership for its records, in parallel, and nobody else", () => {
    const fetches = planOf(supergraphSdl, exampleQuery('16-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({
      'movements.edges.@.node.originRecord': PARTNERSHIPS,
      'movements.edges.@.node.destinationRecord': PARTNERSHIPS,
    });
    expect(fetches).toHaveLength(9);
  });

  it('asks London alone for how many children move', () => {
    expect(planOf(supergraphSdl, exampleQuery('18-'))).toEqual([{ stage: 0, subgraph: 'london-scp', path: '' }]);
  });

  it('asks London, every partnership once in parallel, and London again, for where the two sides of movements disagree', () => {
    const fetches = planOf(supergraphSdl, exampleQuery('30-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({ 'londonScp.recordKeepers.@': PARTNERSHIPS });
    expect(stageOf(fetches, 2)).toEqual({ londonScp: ['london-scp'] });
    expect(fetches).toHaveLength(6);
  });

  it('asks nobody for a capability that they do not have', () => {
    const query = '{ partnerships { name ... on RunsLearningHubs { learningHubArrangement { hubsPerYear } } } }';
    expect(planOf(supergraphSdl, query).map(({ subgraph }) => subgraph)).toEqual(['london-scp', 'lambeth']);
  });
});
