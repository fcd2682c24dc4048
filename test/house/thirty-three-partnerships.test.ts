import {
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { costRules, operationLimits, OperationMeter, passedBy, type CostRules } from '@hub/limits';
import { composeSupergraph } from '@hub/registry';
import { planOf } from '../support/plan-of';
import { subgraphSdls } from '../support/reference-schema';
import { exampleFiles } from '../support/saved-examples';

/** The four real partnerships, and as many copies of Havering under other names as make all of London's 33. */
const COPIES = Array.from({ length: 29 }, (_, index) => `copy${String(index + 1).padStart(2, '0')}`);
const typeNameOf = (copy: string) => copy.replace('copy', 'Copy');

function sdlOf(name: string): DocumentNode {
  return parse(subgraphSdls.find((subgraph) => subgraph.name === name)!.sdl, { noLocation: true });
}

/** Havering's subgraph under another name. */
function copyOfHavering(copy: string): string {
  const rename = (name: string) => name.replace(/^Havering(?=Partnership|BudgetYear|ChildRecord)/, typeNameOf(copy));
  return print(
    visit(sdlOf('havering'), {
      Name: (node) => ({ ...node, value: rename(node.value) }),
    }),
  );
}

/** London's subgraph with a stub for each copy, as it makes them from its directory. */
function londonWithCopies(): string {
  const document = sdlOf('london-scp');
  const stubs = document.definitions.filter(
    (node): node is ObjectTypeDefinitionNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value.startsWith('Havering'),
  );
  const copies = COPIES.flatMap((copy) =>
    stubs.map((stub) => ({
      ...stub,
      name: { ...stub.name, value: stub.name.value.replace('Havering', typeNameOf(copy)) },
    })),
  );
  return print({ ...document, definitions: [...document.definitions, ...copies] });
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
  const { supergraphSdl, apiSchema } = composeSupergraph([
    ...subgraphSdls.filter(({ name }) => name !== 'london-scp'),
    { name: 'london-scp', url: 'http://london-scp/graphql', sdl: londonWithCopies() },
    ...COPIES.map((name) => ({ name, url: `http://${name}/graphql`, sdl: copyOfHavering(name) })),
  ]);
  const meter = new OperationMeter(apiSchema(), rulesOf33(costRules(parse(supergraphSdl))), operationLimits(34));

  it('has no mutation of a partnership, and a schema for clients of less than 400 KB', () => {
    const mutations = Object.keys(apiSchema().getMutationType()!.getFields());
    expect(mutations.filter((name) => /^(havering|lambeth|redbridge|triBorough|copy\d)/.test(name))).toEqual([]);
    expect(mutations.length).toBeLessThan(30);
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
