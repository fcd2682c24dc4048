import { HoldsChildRecords } from '@hub/contract';
import { HOME_MOVEMENTS } from '@hub/movements-http';
import { familyTypeName } from '../family-type-name';
import type { PartnershipModule } from '../partnership-module';
import { accessDaysAfterClosing } from './access-days';
import { partnershipBackground } from './background/partnership-background';
import { ChildRecordResolver } from './child-records/child-record-resolver';
import { childRecordFromId, createChildRecordType } from './child-records/child-record-type';
import { HoldsChildRecordsResolver } from './child-records/holds-child-records-resolver';
import { loadChildRecordDemonstration } from './demonstration/load-child-record-demonstration';
import { PartnershipChildLinks1764461000100 } from './migrations/child-links';
import { LookUpResolver } from './look-up/look-up-resolver';
import { ChildRecords1763769600400 } from './migrations/child-records';
import { ChildRecordsCompared1763769600510 } from './migrations/child-records-compared';
import { PartnershipMovementWords1764371200100 } from './migrations/movement-words';
import { OwnPages1764500000000 } from './migrations/own-pages';
import { ShieldedByEither1764700000063 } from './migrations/shielded-by-either';
import { UnbornChildren1764600000060 } from './migrations/unborn-children';
import { PartnershipMovements1763769600500 } from './migrations/partnership-movements';
import { SettledSteps1764559000001 } from './migrations/settled-steps';
import { ToldArrivals1764700000100 } from './migrations/told-arrivals';
import { movementMutations } from './mutations/movement-mutations';
import { SettleRefusedStep } from './mutations/settle-refused-step';
import { ownMovementResolvers } from './own-api/own-movement-resolvers';
import { questionsResolver } from './questions/questions-resolver';
import { movementSchemas } from './store/movement-records';

/** Children who move across boundaries, as one side of each movement records them, and the exchange with the hub. */
export const movements: PartnershipModule = (partnership) => {
  const { id, typeName, localAuthorities } = partnership;
  const recordType = createChildRecordType(typeName);
  const side = { id, covers: localAuthorities, recordType };
  return {
    capabilities: [HoldsChildRecords],
    resolvers: [HoldsChildRecordsResolver, ChildRecordResolver],
    ownApi: [
      movementMutations(side),
      ...ownMovementResolvers(side),
      LookUpResolver,
      SettleRefusedStep,
      questionsResolver(side),
    ],
    plain: HOME_MOVEMENTS,
    types: [recordType],
    references: [
      {
        typeName: familyTypeName(typeName, 'ChildRecord'),
        resolve: (reference, context) => childRecordFromId(recordType, id, reference['id'], context),
      },
    ],
    entities: movementSchemas,
    migrations: [
      ...[ChildRecords1763769600400, PartnershipMovements1763769600500, ChildRecordsCompared1763769600510],
      PartnershipMovementWords1764371200100,
      PartnershipChildLinks1764461000100,
      ...[OwnPages1764500000000, SettledSteps1764559000001],
      ...[UnbornChildren1764600000060, ShieldedByEither1764700000063, ToldArrivals1764700000100],
    ],
    load: (manager, options) => loadChildRecordDemonstration(manager, partnership, options),
    background(services) {
      // A value that cannot be used fails the start, and not the first question.
      accessDaysAfterClosing(services.env);
      return partnershipBackground({ partnership: id, covers: localAuthorities }, services);
    },
  };
};
