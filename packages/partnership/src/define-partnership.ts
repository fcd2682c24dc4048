import { join } from 'node:path';
import { HasObligations } from '@hub/contract';
import { composeModules, type SubgraphDefinition, type SubgraphModule } from '@hub/subgraph-kit';
import type { Facts } from './facts/facts';
import { readFacts } from './facts/read-facts';
import { governance } from './governance';
import { meetings } from './meetings';
import { money } from './money';
import { movements } from './movements';
import { networks } from './networks';
import { obligationsOf } from './obligations';
import type { Partnership, PartnershipModule } from './partnership-module';
import { partnershipQuery } from './partnership-query';
import { createPartnershipType } from './partnership-type';
import { procedures } from './procedures';
import { history } from './recording/history';

/** What makes one partnership. */
export interface PartnershipDefinition extends Omit<Partnership, 'facts'> {
  /** What only this partnership does. @default [] */
  modules?: readonly PartnershipModule[];
}

/** What every partnership does that keeps its records in the hub's own store. */
const COMMON: readonly PartnershipModule[] = [
  ...[governance, meetings, money, procedures, networks, movements, history],
];

/** Makes the subgraph of a partnership that keeps its records in the hub's own store. */
export function definePartnership({ modules = [], ...definition }: PartnershipDefinition): SubgraphDefinition {
  const { id, typeName, factsFolder } = definition;
  let known: Facts | undefined;
  const partnership: Partnership = { ...definition, facts: () => (known ??= readFacts(factsFolder)) };
  const subjects = [...COMMON, ...modules].map((module) => module(partnership));
  const own = [...subjects, obligationsOf(HasObligations, partnership.facts, subjects)];
  const partnershipType = createPartnershipType(
    typeName,
    own.flatMap(({ capabilities = [] }) => capabilities),
  );
  const itself: SubgraphModule = {
    // Each load reads the facts once.
    load: async () => void (known = undefined),
    resolvers: [],
    ownApi: [partnershipQuery(partnershipType, id)],
    types: [partnershipType],
    references: [
      {
        typeName,
        resolve: (reference) => (reference['id'] === id ? Object.assign(new partnershipType(), { id }) : null),
      },
    ],
  };
  return {
    ...composeModules(id, [itself, ...own], { recordsAt: 'home' }),
    firstQuestion: `{
      _entities(representations: [{ __typename: "${typeName}", id: "${id}" }]) {
        ... on ${typeName} { termsOfReference { version clauses(topic: QUORUM) { id summary } } bodies { name quorum } }
      }
    }`,
    ownExamples: join(__dirname, '..', 'examples'),
  };
}
