import { registerEnumType } from 'type-graphql';

export enum NetworkStatus {
  PROPOSED = 'PROPOSED',
  SUPPORTED = 'SUPPORTED',
  ENDED = 'ENDED',
}

registerEnumType(NetworkStatus, {
  name: 'NetworkStatus',
  description: 'How a network stands with the London SCP.',
  valuesConfig: {
    PROPOSED: { description: 'Proposed, and not supported: no final decision of the Executive, or not yet activated.' },
    SUPPORTED: { description: 'Supported under a final decision of the Executive (LON-34).' },
    ENDED: { description: 'Ended: supported no longer, or never.' },
  },
});
