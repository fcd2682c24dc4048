import { Sector } from '@hub/contract';
import { seededRandom } from '@hub/partnership';

const NETWORKS = [
  ['faith-based-abuse', 'Faith-based abuse network', ['Faith-based abuse'], true],
  ['extremism', 'Safeguarding and extremism network', ['Extremism', 'Radicalisation'], true],
  ['children-who-move', 'Children who move network', ['Children moving across boundaries', 'Homelessness'], true],
  ['section-11-leads', 'Section 11 leads', ['Section 11 audits'], false],
] as const;

/** Networks of the demonstration data: which networks there really are, the founding documents do not say. */
export function demonstrationNetworks(partnershipIds: readonly string[]) {
  const networks = NETWORKS.map(([slug, name, themes, isAgreed]) => ({
    id: `network:${slug}`,
    name,
    remit: `Brings together those in London who work on ${themes.join(' and ').toLowerCase()}.`,
    themes: [...themes],
    decisionReference: isAgreed ? `london-scp/decision/${slug}` : null,
    isSynthetic: true,
  }));
  const members = networks.flatMap(({ id: networkId }) => {
    const random = seededRandom(networkId);
    const chair = Math.floor(random() * partnershipIds.length);
    return partnershipIds.flatMap((partnershipId, index) =>
      [Sector.LOCAL_AUTHORITY, Sector.NHS, Sector.POLICE]
        .filter((sector) => random() < 0.6 || (index === chair && sector === Sector.LOCAL_AUTHORITY))
        .map((sector) => ({
          networkId,
          partnershipId,
          sector,
          isChair: index === chair && sector === Sector.LOCAL_AUTHORITY,
        })),
    );
  });
  return { networks, members };
}
