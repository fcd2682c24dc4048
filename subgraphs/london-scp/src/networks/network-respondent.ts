import { ConnectsToNetworks, HasAgencies } from '@hub/contract';
import { externalView } from '../directory/external-view';

/** What networks need to know of every partnership. */
export const NetworkRespondent = externalView([HasAgencies, ConnectsToNetworks], ['agencies', 'networkConnections'], {
  name: 'NetworkRespondent',
  description: 'A partnership, for what networks need to know of it.',
});
