import { Agency, HasAgencies, LocalPartnership, Priority, SetsPriorities } from '@hub/contract';
import { demonstrates, listResolver, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { agencySchema } from './agency-record';
import { agencyResolverFor } from './agency-resolver';
import { bodySchema } from './body-record';
import { BodyResolver } from './body-resolver';
import { clauseSchema } from './clause-record';
import { ClauseWords1764800000000 } from './clause-words-migration';
import { demonstrationPriorities } from './demonstration-priorities';
import { agencies, priorities } from './governance-loaders';
import { PartnershipCore1763769600000 } from './governance-migration';
import { documentEvidence } from './document-evidence';
import { governanceResolverFor } from './governance-resolver';
import { loadFacts } from './load-facts';
import { PriorityRecord, prioritySchema } from './priority-record';
import { relationSchema } from './relation-record';
import { seatSchema } from './seat-record';
import { statutoryPartnerSchema } from './statutory-partner-record';
import { termsOfReferenceSchema } from './terms-of-reference-record';
import { TermsOfReferenceResolver } from './terms-of-reference-resolver';

/** The resolvers of a governing document and its bodies, wherever they stand in the graph. */
export const documentResolvers = [TermsOfReferenceResolver, BodyResolver];

/** Tables of a governing document. */
export const governanceTables = {
  facts: [
    ...[agencySchema, bodySchema, clauseSchema, prioritySchema, relationSchema, seatSchema],
    ...[statutoryPartnerSchema, termsOfReferenceSchema],
  ],
  migrations: [PartnershipCore1763769600000, ClauseWords1764800000000],
};

/** The governing document, the bodies and agencies that it names, and the priorities of each year. */
export const governance: PartnershipModule = (partnership) => ({
  capabilities: [LocalPartnership, SetsPriorities, HasAgencies],
  resolvers: [
    ...documentResolvers,
    governanceResolverFor(LocalPartnership),
    agencyResolverFor(partnership.id),
    listResolver(SetsPriorities, 'priorities', Priority, priorities),
    listResolver(HasAgencies, 'agencies', Agency, agencies),
  ],
  ...governanceTables,
  evidence: documentEvidence,
  async load(manager, options) {
    await loadFacts(manager, partnership.id, partnership.facts());
    await loadDemonstration(manager, 'priorities', options, [
      demonstrates(PriorityRecord, () => demonstrationPriorities(partnership.id)),
    ]);
  },
});
