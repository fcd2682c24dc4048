import { LocalPartnership } from '@hub/contract';
import { AdoptsProceduresResolver } from './adopts-procedures-resolver';
import { BodyResolver } from './body-resolver';
import {
  ProcedureAdoptionResolver,
  ProcedureTrainingResolver,
  ThresholdDocumentResolver,
} from './edition-reference-resolvers';
import { BudgetYearResolver } from './budget-year-resolver';
import { ChildRecordResolver } from './child-record-resolver';
import { ConnectsToNetworksResolver, NetworkConnectionResolver } from './connects-to-networks-resolver';
import { governanceResolverFor } from './governance-resolver';
import { HasAgenciesResolver } from './has-agencies-resolver';
import { HoldsChildRecordsResolver } from './holds-child-records-resolver';
import { HoldsMeetingsResolver, MeetingResolver } from './holds-meetings-resolver';
import { KeepsBudgetResolver } from './keeps-budget-resolver';
import { ReserveResolver } from './reserve-resolver';
import { SetsPrioritiesResolver } from './sets-priorities-resolver';
import { TermsOfReferenceResolver } from './terms-of-reference-resolver';

/** The resolvers of a governing document and its bodies, wherever they stand in the graph. */
export const documentResolvers = [TermsOfReferenceResolver, BodyResolver];

/** Every resolver of a partnership. */
export const partnershipResolvers = [
  ...documentResolvers,
  governanceResolverFor(LocalPartnership),
  SetsPrioritiesResolver,
  HoldsChildRecordsResolver,
  ChildRecordResolver,
  HoldsMeetingsResolver,
  MeetingResolver,
  KeepsBudgetResolver,
  BudgetYearResolver,
  ReserveResolver,
  AdoptsProceduresResolver,
  ProcedureAdoptionResolver,
  ProcedureTrainingResolver,
  ThresholdDocumentResolver,
  HasAgenciesResolver,
  ConnectsToNetworksResolver,
  NetworkConnectionResolver,
];
