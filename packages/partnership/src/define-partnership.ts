import { join } from 'node:path';
import { HasObligations } from '@hub/contract';
import { composeModules, keptBy, type SubgraphDefinition, type SubgraphModule } from '@hub/subgraph-kit';
import { documents } from './documents';
import { clauseReference } from './facts/clause-reference';
import type { Facts } from './facts/facts';
import { factsInForce } from './facts/in-force';
import { readDocuments } from './facts/read-documents';
import { assurance } from './assurance';
import { governance } from './governance';
import { learning } from './learning';
import { meetings } from './meetings';
import { money } from './money';
import { movements } from './movements';
import { networks } from './networks';
import { obligationsOf } from './obligations';
import type { Partnership, PartnershipModule } from './partnership-module';
import { partnershipQuery } from './partnership-query';
import { createPartnershipType } from './partnership-type';
import { plans } from './plans';
import { procedures } from './procedures';
import { reports } from './reports';
import { training } from './training';
import { history } from './recording/history';

/** What makes one partnership. */
export interface PartnershipDefinition extends Omit<Partnership, 'facts' | 'documents'> {
  /** What only this partnership does. @default [] */
  modules?: readonly PartnershipModule[];
}

/** What every partnership does that keeps its records in the hub's own store. */
const COMMON: readonly PartnershipModule[] = [
  ...[governance, documents, meetings, money, procedures, networks, plans, reports, training, learning, assurance],
  ...[movements, history],
];

/** Makes the subgraph of a partnership that keeps its records in the hub's own store. */
export function definePartnership({ modules = [], ...definition }: PartnershipDefinition): SubgraphDefinition {
  const { id, typeName, factsFolder } = definition;
  let known: readonly Facts[] | undefined;
  const allFacts = () => (known ??= readDocuments(factsFolder));
  const partnership: Partnership = { ...definition, documents: allFacts, facts: () => factsInForce(allFacts()) };
  const subjects = [...COMMON, ...modules].map((module) => module(partnership));
  const own = [...subjects, obligationsOf(HasObligations, id, allFacts, subjects)];
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
    clauseReference: () => clauseReference(factsFolder, factsInForce(readDocuments(factsFolder)), own.flatMap(keptBy)),
    firstQuestion: `{
      _entities(representations: [{ __typename: "${typeName}", id: "${id}" }]) {
        ... on ${typeName} {
          termsOfReference { version clauses(topic: QUORUM) { id summary } }
          bodies { name quorum }
          obligations(status: [OVERDUE, BREACHED]) {
            clause { id } topic rule body { name } status reason lastMet nextDue shownBy { kind record doneOn isSynthetic }
          }
        }
      }
    }`,
    ownExamples: join(__dirname, '..', 'examples'),
  };
}
