import { registerEnumType } from 'type-graphql';

export enum NetworkSupport {
  ADMIN = 'ADMIN',
  PROJECT = 'PROJECT',
}

registerEnumType(NetworkSupport, {
  name: 'NetworkSupport',
  description: 'What support the London SCP gives a network (LON-34).',
  valuesConfig: {
    ADMIN: { description: 'Administrative support.' },
    PROJECT: { description: 'Project support.' },
  },
});
