import {
  AdoptsProcedures,
  ConnectsToNetworks,
  HasAgencies,
  HoldsChildRecords,
  HoldsMeetings,
  KeepsBudget,
  LocalPartnership,
  SetsPriorities,
} from '@hub/contract';
import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { camelCase } from './mutations/camel-case';
import { budgetYearFromId, createBudgetYearType } from './budget-year-type';
import { childRecordFromId, createChildRecordType } from './child-record-type';
import { familyTypeName } from './family-type-name';
import { loadBudgetDemonstration } from './demonstration/load-budget-demonstration';
import { loadChildRecordDemonstration } from './demonstration/load-child-record-demonstration';
import { loadDemonstration } from './demonstration/load-demonstration';
import { loadFacts } from './facts/load-facts';
import { loadPublishedAccounts } from './facts/published-accounts';
import { readFacts } from './facts/read-facts';
import { movementMigrations, partnershipMigrations } from './migrations';
import { accessDaysAfterClosing, movementMutations, movementSchemas } from './movements';
import { partnershipBackground } from './movements/background/partnership-background';
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
  /** GSS codes of the local authorities it covers, as the directory has them. */
  localAuthorities: readonly string[];
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
  HoldsChildRecords,
];

/** Makes the subgraph of a partnership that keeps its records in the hub's own store. */
export function definePartnership(definition: PartnershipDefinition): SubgraphDefinition {
  const modules = definition.modules ?? [];
  const partnershipType = createPartnershipType(definition.typeName, [
    ...CAPABILITIES,
    ...modules.flatMap((module) => module.capabilities),
  ]);
  const budgetYearName = familyTypeName(definition.typeName, 'BudgetYear');
  const childRecordType = createChildRecordType(definition.typeName);
  return {
    name: definition.id,
    resolvers: [
      ...partnershipResolvers,
      ...partnershipMutations(camelCase(definition.id)),
      movementMutations({ id: definition.id, covers: definition.localAuthorities, recordType: childRecordType }),
      ...modules.flatMap((module) => module.resolvers),
    ],
    types: [partnershipType, createBudgetYearType(definition.typeName), childRecordType],
    references: [
      {
        typeName: definition.typeName,
        resolve: ({ id }) => (id === definition.id ? Object.assign(new partnershipType(), { id }) : null),
      },
      {
        typeName: budgetYearName,
        resolve: ({ id }) => budgetYearFromId(budgetYearName, definition.id, id),
      },
      {
        typeName: familyTypeName(definition.typeName, 'ChildRecord'),
        resolve: ({ id }, context) => childRecordFromId(childRecordType, definition.id, id, context),
      },
    ],
    database: {
      entities: [...partnershipSchemas, ...movementSchemas, ...modules.flatMap((module) => module.entities)],
      migrations: [...partnershipMigrations, ...movementMigrations, ...modules.flatMap((module) => module.migrations)],
    },
    background(services) {
      // A value that cannot be used fails the start, and not the first question.
      accessDaysAfterClosing(services.env);
      return partnershipBackground({ partnership: definition.id, covers: definition.localAuthorities }, services);
    },
    async load(manager, { demo }) {
      const facts = readFacts(definition.factsFolder);
      await loadFacts(manager, definition.id, facts);
      await loadPublishedAccounts(manager, definition.factsFolder);
      for (const module of modules) await module.load(manager, definition.factsFolder, { demo });
      await loadDemonstration(manager, definition.id, facts, { demo });
      await loadBudgetDemonstration(manager, definition.id, { demo });
      await loadChildRecordDemonstration(manager, definition, { demo });
    },
  };
}
