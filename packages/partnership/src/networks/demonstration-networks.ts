import type { Facts } from '../facts/facts';
import { seededRandom } from '../demonstration/random';

/**
 * Networks of the demonstration data, by the last part of their ids: which networks there really are, the founding
 * documents do not say. The London SCP keeps them and partnerships connect to them, so the list stands here for both.
 */
export const DEMONSTRATION_NETWORKS = [
  'faith-based-abuse',
  'extremism',
  'children-who-move',
  'section-11-leads',
  'transitional-safeguarding',
] as const;

/** Which bodies of a partnership connect to which network: to each, none, one or two. */
export function demonstrationNetworkConnections(partnershipId: string, facts: Facts) {
  return DEMONSTRATION_NETWORKS.flatMap((slug) => {
    const random = seededRandom(`network-connections/${partnershipId}/${slug}`);
    const first = Math.floor(random() * facts.bodies.length);
    const count = Math.min(Math.floor(random() * 3), facts.bodies.length);
    return Array.from({ length: count }, (_, step) => {
      const bodyId = facts.bodies[(first + step) % facts.bodies.length]!.id;
      const networkId = `network:${slug}`;
      return {
        id: `${networkId}/${bodyId}`,
        networkId,
        bodyId,
        connectedOn: `2024-0${1 + Math.floor(random() * 9)}-01`,
        isSynthetic: true,
      };
    });
  });
}
