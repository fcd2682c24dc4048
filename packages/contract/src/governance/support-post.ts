import { registerEnumType } from 'type-graphql';

export enum SupportPost {
  CO_ORDINATOR = 'CO_ORDINATOR',
  SUPPORT_OFFICER = 'SUPPORT_OFFICER',
  BUSINESS_MANAGER = 'BUSINESS_MANAGER',
  ENGAGEMENT_OFFICER = 'ENGAGEMENT_OFFICER',
}

registerEnumType(SupportPost, {
  name: 'SupportPost',
  description: 'A post that supports a partnership, and is a seat on no body.',
  valuesConfig: {
    CO_ORDINATOR: { description: 'Co-ordinates the London SCP (LON-30).' },
    SUPPORT_OFFICER: { description: 'Gives admin and project support (LON-30).' },
    BUSINESS_MANAGER: { description: 'Manages the business of a partnership (LAM-06, TRI-53).' },
    ENGAGEMENT_OFFICER: { description: 'Seeks the voices of children and communities (TRI-41).' },
  },
});
