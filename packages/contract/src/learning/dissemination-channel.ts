import { registerEnumType } from 'type-graphql';

/** TRI-29. */
export enum DisseminationChannel {
  SUBGROUP_MEMBERS = 'SUBGROUP_MEMBERS',
  NEWSLETTER = 'NEWSLETTER',
  WEBSITE = 'WEBSITE',
  PARTNERSHIP_BOARD = 'PARTNERSHIP_BOARD',
  TRAINING = 'TRAINING',
}

registerEnumType(DisseminationChannel, {
  name: 'DisseminationChannel',
  description: 'By which way learning is spread.',
  valuesConfig: {
    SUBGROUP_MEMBERS: { description: 'To partner agencies, by members of the subgroup.' },
    NEWSLETTER: { description: 'By the newsletter.' },
    WEBSITE: { description: 'On the website.' },
    PARTNERSHIP_BOARD: { description: 'To another partnership board.' },
    TRAINING: { description: 'In the training programme.' },
  },
});
