import {
  AdoptsProcedures,
  ConnectsToNetworks,
  HasAgencies,
  HoldsMeetings,
  KeepsBudget,
  LocalPartnership,
  SetsPriorities,
} from '@hub/contract';
import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { camelCase } from './mutations/camel-case';
import { budgetYearFromId, budgetYearTypeName, createBudgetYearType } from './budget-year-type';
import { loadBudgetDemonstration } from './demonstration/load-budget-demonstration';
import { loadDemonstration } from './demonstration/load-demonstration';
import { loadFacts } from './facts/load-facts';
import { loadPublishedAccounts } from './facts/published-accounts';
import { readFacts } from './facts/read-facts';
import { partnershipMigrations } from './migrations';
import { partnershipMutations } from './mutations';
import type { PartnershipModule } from './partnership-module';
import { createPartnershipType } from './partnership-type';
import { partnershipSchemas } from './records';
import { partnershipResolvers } from './resolvers';

/** What makes one partnership. */
export interface PartnershipDefinition {
  /** Id in the directory and name of the subgraph, as `havering`. */
  id: string;
  /** Its concrete type in the graph, as `HaveringPartnership`. */
  typeName: string;
  /** Folder of its facts. */
  factsFolder: string;
  /** What only this partnership does. @default [] */
  modules?: readonly PartnershipModule[];
}

const CAPABILITIES = [
  LocalPartnership,
  SetsPriorities,
  HoldsMeetings,
  KeepsBudget,
  AdoptsProcedures,
  HasAgencies,
  ConnectsToNetworks,
];

/** Makes the subgraph of a partnership that keeps its records in the hub's own store. */
export function definePartnership(definition: PartnershipDefinition): SubgraphDefinition {
  const modules = definition.modules ?? [];
  const partnershipType = createPartnershipType(definition.typeName, [
    ...CAPABILITIES,
    ...modules.flatMap((module) => module.capabilities),
  ]);
  const budgetYearName = budgetYearTypeName(definition.typeName);
  return {
    name: definition.id,
    resolvers: [
      ...partnershipResolvers,
      ...partnershipMutations(camelCase(definition.id)),
      ...modules.flatMap((module) => module.resolvers),
    ],
    types: [partnershipType, createBudgetYearType(definition.typeName)],
    references: [
      {
        typeName: definition.typeName,
        resolve: ({ id }) => (id === definition.id ? Object.assign(new partnershipType(), { id }) : null),
      },
      {
        typeName: budgetYearName,
        resolve: ({ id }) => budgetYearFromId(budgetYearName, definition.id, id),
      },
    ],
    database: {
      entities: [...partnershipSchemas, ...modules.flatMap((module) => module.entities)],
      migrations: [...partnershipMigrations, ...modules.flatMap((module) => module.migrations)],
    },
    async load(manager, { demo }) {
      const facts = readFacts(definition.factsFolder);
      await loadFacts(manager, definition.id, facts);
      await loadPublishedAccounts(manager, definition.factsFolder);
      for (const module of modules) await module.load(manager, definition.factsFolder, { demo });
      await loadDemonstration(manager, definition.id, facts, { demo });
      await loadBudgetDemonstration(manager, definition.id, { demo });
    },
  };
}
