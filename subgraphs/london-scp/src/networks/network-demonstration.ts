import { agencyIdOf, Sector, plusDays } from '@hub/contract';
import { DEMONSTRATION_NETWORKS, DEMONSTRATION_PAYERS, DEMONSTRATION_UNTIL, seededRandom } from '@hub/partnership';
import { demonstrationDecisions, demonstrationReference } from '../governance/decisions/decision-demonstration';
import { finalOn } from '../governance/decisions/sign-off-rule';
import { NetworkSupport } from './network-support';

type Slug = (typeof DEMONSTRATION_NETWORKS)[number];

const NAMES: Readonly<Record<Slug, readonly [name: string, ...themes: string[]]>> = {
  'faith-based-abuse': ['Faith-based abuse network', 'Faith-based abuse'],
  extremism: ['Safeguarding and extremism network', 'Extremism', 'Radicalisation'],
  'children-who-move': ['Children who move network', 'Children moving across boundaries', 'Homelessness'],
  'section-11-leads': ['Section 11 leads', 'Section 11 audits'],
  'transitional-safeguarding': ['Transitional safeguarding network', 'Transition to adulthood'],
};

/** Who did not come to the Executive in the demonstration data, and so is overdue. */
const ABSENT = 'network:extremism/2026-03-02';

/** Networks of the demonstration data: which networks there really are, the founding documents do not say. */
export function demonstrationNetworks(partnershipIds: readonly string[]) {
  const { decisions, signOffs } = demonstrationDecisions();
  const networks = DEMONSTRATION_NETWORKS.map((slug) => {
    const [name, ...themes] = NAMES[slug];
    const decision = decisions.find(({ reference }) => reference === demonstrationReference(slug));
    const supportedFrom = decision ? finalOn(signOffs.filter(({ decisionId }) => decisionId === decision.id)) : null;
    return {
      id: `network:${slug}`,
      name,
      remit: `Brings together those in London who work on ${themes.join(' and ').toLowerCase()}.`,
      themes,
      decisionId: decision?.id ?? null,
      supportedFrom,
      endedOn: null,
      supportGiven:
        supportedFrom === null ? [] : [NetworkSupport.ADMIN, ...(slug === 'extremism' ? [] : [NetworkSupport.PROJECT])],
      isSynthetic: true,
    };
  });
  const supported = networks.flatMap(({ id, supportedFrom }) => (supportedFrom ? [{ id, supportedFrom }] : []));
  return {
    networks,
    members: networks.flatMap(({ id }) => membersOf(id, partnershipIds)),
    meetings: supported.flatMap(({ id, supportedFrom }) => meetingsOf(id, supportedFrom)),
    reports: supported.flatMap(({ id, supportedFrom }) => reportsOf(id, supportedFrom)),
  };
}

function membersOf(networkId: string, partnershipIds: readonly string[]) {
  const random = seededRandom(networkId);
  const chair = Math.floor(random() * partnershipIds.length);
  return partnershipIds.flatMap((partnershipId, index) => {
    const payers = DEMONSTRATION_PAYERS[partnershipId] ?? [];
    const chairing = index === chair ? payers.find(({ sector }) => sector === Sector.LOCAL_AUTHORITY) : undefined;
    return payers
      .filter((payer) => random() < 0.6 || payer === chairing)
      .map((payer) => ({
        ...{ networkId, partnershipId, sector: payer.sector, isChair: payer === chairing },
        agencyId: agencyIdOf(partnershipId, payer.agencyId),
      }));
  });
}

/** About four times a year. */
function meetingsOf(networkId: string, supportedFrom: string) {
  const random = seededRandom(`meetings/${networkId}`);
  const meetings = [];
  for (
    let heldOn = plusDays(supportedFrom, 30);
    heldOn <= DEMONSTRATION_UNTIL;
    heldOn = plusDays(heldOn, 80 + Math.floor(random() * 25))
  ) {
    meetings.push({ networkId, heldOn, isSynthetic: true });
  }
  return meetings;
}

/** Invited every March to the Executive's meeting in April. */
function reportsOf(networkId: string, supportedFrom: string) {
  return [
    ['2025-03-03', '2025-04-16'],
    ['2026-03-02', '2026-04-15'],
  ]
    .filter(([invitedOn]) => invitedOn! > supportedFrom)
    .map(([invitedOn, executiveMeetingOn]) => {
      const attended = `${networkId}/${invitedOn}` !== ABSENT;
      return {
        networkId,
        invitedOn: invitedOn!,
        executiveMeetingOn: executiveMeetingOn!,
        attended,
        reportedOn: attended ? executiveMeetingOn! : null,
        summary: attended ? 'Work of the year, and what is planned for the next.' : null,
        isSynthetic: true,
      };
    });
}
