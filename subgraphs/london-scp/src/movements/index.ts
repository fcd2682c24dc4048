import type { SubgraphModule } from '@hub/subgraph-kit';
import { ArrivalResolver } from './arrivals/arrival-resolver';
import { arrivalSchemas } from './arrivals/arrival-records';
import { Arrivals1764700000001 } from './arrivals/arrivals-migration';
import { movementBackground } from './background/movement-background';
import { childMovementSchema } from './child-movement-record';
import { childRecords } from './child-record-family';
import { ExchangeResolver } from './exchange/exchange-resolver';
import { movementExchangeSchemas } from './exchange/message-records';
import { MovementProblems1763769600700 } from './exchange/movement-problems-migration';
import { SettledRefusals1764559000000 } from './exchange/settled-refusals-migration';
import { UndeliveredResolver } from './exchange/undelivered-resolver';
import { MovementCountResolver } from './counts/movement-count-resolver';
import { MovementQuestionsResolver } from './counts/movement-questions-resolver';
import { LookUpResolver } from './look-up/look-up-resolver';
import { loadMovementDemonstration } from './movement-demonstration';
import { Movements1763769600005 } from './movement-migration';
import { MovementParties1763769600400 } from './movement-parties-migration';
import { MovementPublications1764371100000 } from './publication/movement-publications-migration';
import { publishFigures } from './publication/publish-figures';
import { MovementResolver } from './movement-resolver';
import {
  LondonMovementReconciliationResolver,
  MovementReconciliationResolver,
} from './reconciliation/movement-reconciliation-resolver';
import { RecordKeeper } from './reconciliation/record-keeper';
import { MovementWords1764371200101 } from './movement-words-migration';
import { ClaimResolver } from './responsibility/claim-resolver';
import { completeChains } from './responsibility/chains';
import { ChildLinks1764461000000 } from './responsibility/child-links-migration';
import { ClaimClocks1764700000000 } from './responsibility/claim-clocks-migration';
import { ResponsibilityOnWordOf1764559000100 } from './responsibility/on-word-of-migration';
import { ChildResponsibility1764460000000 } from './responsibility/responsibility-migration';
import { responsibilitySchemas } from './responsibility/responsibility-records';
import { MovementHistories1763769600500 } from './store/movement-histories-migration';
import { movementHistorySchemas } from './store/movement-history-records';
import { MovementQuestions1763769600600 } from './store/movement-questions-migration';
import { SiblingResolver } from './timeline/movement-sibling';
import { TimelineResolver } from './timeline/timeline-resolver';
import { Webhooks1764700000002 } from './webhooks/webhooks-migration';

/** Children moving across boundaries (LON-09): movements, for the two authorities of each, and the exchange of messages. */
export const movements: SubgraphModule = {
  clauses: { 'LON-02': 'movements', 'LON-09': 'movements' },
  capabilities: [RecordKeeper],
  resolvers: [
    ...[MovementResolver, TimelineResolver, SiblingResolver, MovementCountResolver, MovementQuestionsResolver],
    ...[ExchangeResolver, UndeliveredResolver, ClaimResolver, ArrivalResolver, LookUpResolver],
    ...[LondonMovementReconciliationResolver, MovementReconciliationResolver],
  ],
  types: childRecords.stubs,
  entities: [
    childMovementSchema,
    ...movementHistorySchemas,
    ...movementExchangeSchemas,
    ...responsibilitySchemas,
    ...arrivalSchemas,
  ],
  migrations: [
    ...[Movements1763769600005, MovementParties1763769600400, MovementHistories1763769600500],
    ...[MovementQuestions1763769600600, MovementProblems1763769600700],
    ...[MovementPublications1764371100000, MovementWords1764371200101],
    ...[ChildResponsibility1764460000000, ChildLinks1764461000000],
    ...[SettledRefusals1764559000000, ResponsibilityOnWordOf1764559000100, ClaimClocks1764700000000],
    ...[Arrivals1764700000001, Webhooks1764700000002],
  ],
  async load(manager, options) {
    await loadMovementDemonstration(manager, options);
    await completeChains(manager);
    await publishFigures(manager, new Date());
  },
  background: movementBackground,
};
