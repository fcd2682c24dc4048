import { registerEnumType } from 'type-graphql';

export enum SendingMeans {
  SECURE_EMAIL = 'SECURE_EMAIL',
  POST = 'POST',
  IN_PERSON = 'IN_PERSON',
  TELEPHONE = 'TELEPHONE',
  OTHER = 'OTHER',
}

registerEnumType(SendingMeans, {
  name: 'SendingMeans',
  description: 'By what means something was sent to an authority that the hub tells nothing.',
  valuesConfig: {
    SECURE_EMAIL: { description: 'By secure e-mail.' },
    POST: { description: 'By post.' },
    IN_PERSON: { description: 'It was handed over.' },
    TELEPHONE: { description: 'It was said by telephone, with nothing in writing.' },
    OTHER: { description: 'By other means, which the reference names.' },
  },
});
