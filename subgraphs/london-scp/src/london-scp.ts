import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { accessRecords } from './access-records';
import { decisions } from './decisions';
import { directory } from './directory';
import { executive } from './executive';
import { movementBackground, movements } from './movements';
import { networks } from './networks';
import { pooledBudget } from './pooled-budget';
import { procedures } from './procedures';

const modules = [executive, directory, decisions, networks, pooledBudget, procedures, movements, accessRecords];

/** The subgraph of the London SCP: its own business, and the directory that joins every partnership. */
export const londonScp: SubgraphDefinition = {
  name: 'london-scp',
  resolvers: modules.flatMap((module) => module.resolvers),
  types: modules.flatMap((module) => module.types ?? []),
  references: modules.flatMap((module) => module.references ?? []),
  database: {
    entities: modules.flatMap((module) => module.entities),
    migrations: modules.flatMap((module) => module.migrations),
  },
  async load(manager, options) {
    for (const module of modules) await module.load(manager, options);
  },
  background: movementBackground,
};
