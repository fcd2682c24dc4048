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

  it('asks London once, then each partnership once a place in the answer, in parallel, across all four subjects', () => {
    const fetches = planOf(supergraphSdl, exampleQuery('02-'));
    expect(stageOf(fetches, 0)).toEqual({ '': ['london-scp'] });
    expect(stageOf(fetches, 1)).toEqual({
      'networks.@.members.@.partnership': PARTNERSHIPS,
      'pooledBudget.partnerships.@': PARTNERSHIPS,
      'procedures.@.partnerships.@': PARTNERSHIPS,
      'movements.edges.@.node.origin.partnership': PARTNERSHIPS,
      'movements.edges.@.node.destination.partnership': PARTNERSHIPS,
    });
    expect(Math.max(...fetches.map(({ stage }) => stage))).toBe(1);
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

  it('asks nobody for a capability that they do not have', () => {
    const query = '{ partnerships { name ... on RunsLearningHubs { learningHubArrangement { hubsPerYear } } } }';
    expect(planOf(supergraphSdl, query).map(({ subgraph }) => subgraph)).toEqual(['london-scp', 'lambeth']);
  });
});
