import { Agency, FillsSeats, HasAgencies, LocalPartnership, WorksWithGroups } from '@hub/contract';
import { demonstrates, listResolver, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { agencySchema } from './agency-record';
import { agencyResolverFor } from './agency-resolver';
import { boardContact, BoardContactRecord } from './bodies/board-contact-record';
import { bodyEnd } from './bodies/body-end-record';
import { demonstrationBoardContacts, demonstrationGroupReports } from './bodies/demonstration-groups';
import { groupEvidence } from './bodies/group-evidence';
import { groupReport, GroupReportRecord } from './bodies/group-report-record';
import { Groups1764900002003 } from './bodies/groups-migration';
import { BoardContactResolver, GroupReportResolver, WorksWithGroupsResolver } from './bodies/group-resolvers';
import { loadDemonstrationBodies } from './bodies/load-demonstration-bodies';
import { body } from './body-record';
import { BodyResolver } from './body-resolver';
import { clauseSchema } from './clause-record';
import { ClauseWords1764800000000 } from './clause-words-migration';
import { demonstrationPriorities } from './demonstration-priorities';
import { agencies } from './governance-loaders';
import { PartnershipCore1763769600000 } from './governance-migration';
import { documentEvidence } from './document-evidence';
import { GoverningDocuments1764900005000 } from './documents-migration';
import { governanceResolverFor } from './governance-resolver';
import { loadFacts } from './load-facts';
import { PriorityRecord, prioritySchema } from './priority-record';
import { relationSchema } from './relation-record';
import { seatSchema } from './seat-record';
import { seatDemonstrations, seatsOf } from './seats';
import { statutoryPartnerSchema } from './statutory-partner-record';
import { termsOfReferenceSchema } from './terms-of-reference-record';
import { TermsOfReferenceResolver } from './terms-of-reference-resolver';

/** The resolvers of a governing document and its bodies, wherever they stand in the graph. */
export const documentResolvers = [TermsOfReferenceResolver, BodyResolver];

/** Tables of a governing document. */
export const governanceTables = {
  facts: [
    ...[agencySchema, clauseSchema, prioritySchema, relationSchema, seatSchema],
    ...[statutoryPartnerSchema, termsOfReferenceSchema],
  ],
  migrations: [PartnershipCore1763769600000, ClauseWords1764800000000, GoverningDocuments1764900005000],
};

const seats = seatsOf(FillsSeats);

/** The governing document, the bodies and agencies that it names, and the priorities of each year. */
export const governance: PartnershipModule = (partnership) => ({
  capabilities: [LocalPartnership, HasAgencies, FillsSeats, WorksWithGroups],
  resolvers: [
    ...documentResolvers,
    ...seats.resolvers,
    ...[WorksWithGroupsResolver, GroupReportResolver, BoardContactResolver],
    governanceResolverFor(LocalPartnership),
    agencyResolverFor(partnership.id),
    listResolver(HasAgencies, 'agencies', Agency, agencies),
  ],
  records: [body, bodyEnd, ...seats.records, groupReport, boardContact],
  facts: governanceTables.facts,
  migrations: [...governanceTables.migrations, ...seats.migrations, Groups1764900002003],
  evidence: { ...documentEvidence, ...seats.evidence, ...groupEvidence },
  async load(manager, options) {
    await loadFacts(manager, partnership.id, partnership.documents());
    await loadDemonstration(manager, 'priorities', options, [
      demonstrates(PriorityRecord, () => demonstrationPriorities(partnership.id)),
    ]);
    await loadDemonstrationBodies(manager, partnership.id, partnership.facts(), options);
    await loadDemonstration(manager, 'seats', options, demonstrations(partnership));
  },
});

/** Who sits where, and what groups did, as the demonstration has it. */
function demonstrations({ id, facts }: Parameters<PartnershipModule>[0]) {
  return [
    ...seatDemonstrations(id, facts),
    demonstrates(GroupReportRecord, () => demonstrationGroupReports(id, facts())),
    demonstrates(BoardContactRecord, () => demonstrationBoardContacts(id, facts())),
  ];
}
