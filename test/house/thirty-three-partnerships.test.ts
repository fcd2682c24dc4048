import { Kind, lexicographicSortSchema, parse, printSchema, type DocumentNode } from 'graphql';
import { costRules, operationLimits, OperationMeter, passedBy, type CostRules } from '@hub/limits';
import { planOf } from '../support/plan-of';
import { exampleFiles } from '../support/saved-examples';
import { sdlOf, supergraphOf33 } from '../support/supergraph-of-33';

function mutationsIn({ definitions }: DocumentNode): string[] {
  const fields = definitions.flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Mutation' ? (node.fields ?? []) : [],
  );
  return fields.map(({ name }) => name.value);
}

/** Lists that are as long as the directory, or some times that, and what is reduced over it. */
const OF_THE_DIRECTORY =
  /^(partnerships|adopters|respondents|budgetYears|previousBudgetYears|byPartnership|positions|behind|variations|missing|partnershipsWithout|recordKeepers|undelivered|differences|byAgency|signed|unsigned|connections|members|localBodies|reconciliation|equity|movementReconciliation|adoption|signatures)$/;

/** What London's classes say where the directory has 33 partnerships, and not four. */
function rulesOf33(rules: CostRules): CostRules {
  return {
    ...rules,
    ofField(type, field) {
      const rule = rules.ofField(type, field);
      if (!OF_THE_DIRECTORY.test(field) && `${type}.${field}` !== 'PooledBudget.contributions') return rule;
      const { assumedSize, weight } = rule;
      return {
        ...rule,
        ...(assumedSize !== undefined && { assumedSize: (assumedSize * 33) / 4 }),
        ...(weight !== undefined && { weight: (weight * 33) / 4 }),
      };
    },
  };
}

describe('a London of 33 partnerships', () => {
  const { supergraphSdl, apiSchema } = supergraphOf33();
  const meter = new OperationMeter(apiSchema(), rulesOf33(costRules(parse(supergraphSdl))), operationLimits(34));

  it('has the mutations of the London SCP and no others, and a schema for clients of less than 400 KB', () => {
    const mutations = Object.keys(apiSchema().getMutationType()!.getFields());
    expect(mutations.sort()).toEqual(mutationsIn(sdlOf('london-scp')).sort());
    expect(printSchema(lexicographicSortSchema(apiSchema())).length).toBeLessThan(400_000);
  });

  it.each(exampleFiles)('composes, and plans $file without asking anybody twice for one place', ({ query }) => {
    const fetches = planOf(supergraphSdl, query);
    const asked = fetches.map(({ stage, subgraph, path }) => `${stage} ${subgraph} ${path}`);
    const repeated = asked.filter((line, index) => asked.indexOf(line) !== index && !line.includes(' london-scp '));
    expect(repeated).toEqual([]);
    expect(new Set(fetches.map(({ subgraph }) => subgraph)).size).toBeLessThanOrEqual(34);
  });

  it.each(exampleFiles)('may ask $file, which costs more there', ({ query, variables }) => {
    const document = parse(query);
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
    expect(passedBy(meter.measure(document, operation, variables), meter)).toBeUndefined();
  });

  it('asks London, all 33 partnerships in parallel, and London again, to reduce over London', () => {
    const queries = {
      reconciliation: '{ pooledBudget(financialYear: "2025-26") { reconciliation { coverage { answered } matched } } }',
      equity: '{ pooledBudget(financialYear: "2025-26") { equity { coverage { answered } totalPence } } }',
      adoption: '{ procedures { adoption { coverage { answered } } } }',
      localBodies: '{ networks { localBodies { coverage { answered } } } }',
      movements: '{ londonScp { movementReconciliation { coverage { answered } counts { kinds { kind } } } } }',
    };
    for (const query of Object.values(queries)) {
      const stages = planOf(supergraphSdl, query).reduce<Record<number, Set<string>>>((all, { stage, subgraph }) => {
        (all[stage] ??= new Set()).add(subgraph);
        return all;
      }, {});
      expect(Object.keys(stages)).toEqual(['0', '1', '2']);
      expect([...stages[0]!]).toEqual(['london-scp']);
      expect(stages[1]!.size).toBe(33);
      expect(stages[1]).not.toContain('london-scp');
      expect([...stages[2]!]).toEqual(['london-scp']);
    }
  });
});
