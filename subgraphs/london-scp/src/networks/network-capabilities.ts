import { ConnectsToNetworks as Connects, HasAgencies as Agencies } from '@hub/contract';
import { externalView } from '../directory/external-view';

/** What the London SCP requires of a partnership to say who the members of a network are. */
export const HasAgencies = externalView([Agencies], ['agencies']);

/** What it requires to say which local bodies stand behind a network. */
export const ConnectsToNetworks = externalView([Connects], ['networkConnections']);
