import { registerEnumType } from 'type-graphql';

export enum ViceChairKind {
  ELECTED_FROM_STATUTORY_PARTNERS = 'ELECTED_FROM_STATUTORY_PARTNERS',
  APPOINTED_FROM_MEMBERS = 'APPOINTED_FROM_MEMBERS',
  FROM_STATUTORY_PARTNERS = 'FROM_STATUTORY_PARTNERS',
  ROTATING = 'ROTATING',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(ViceChairKind, {
  name: 'ViceChairKind',
  description: 'How a vice-chair or deputy chair is found.',
  valuesConfig: {
    ELECTED_FROM_STATUTORY_PARTNERS: {
      description: 'Elected from among the other statutory partner agencies (HAV-21).',
    },
    APPOINTED_FROM_MEMBERS: { description: 'Appointed from among the members of the partnership (RED-15).' },
    FROM_STATUTORY_PARTNERS: { description: 'One of the statutory partners, without a word on how one is found.' },
    ROTATING: { description: 'A representative of the partners, in turn.' },
    NOT_SPECIFIED: { description: 'The document names no vice-chair.' },
  },
});
