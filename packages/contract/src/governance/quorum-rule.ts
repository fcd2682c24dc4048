import { registerEnumType } from 'type-graphql';

export enum QuorumRule {
  ALL_STATUTORY_PARTNERS = 'ALL_STATUTORY_PARTNERS',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(QuorumRule, {
  name: 'QuorumRule',
  description: 'When a meeting of a body is quorate.',
  valuesConfig: {
    ALL_STATUTORY_PARTNERS: {
      description: 'Only when each of the statutory safeguarding partner agencies is represented (HAV-14, HAV-20).',
    },
    NOT_SPECIFIED: { description: 'The document states no quorum.' },
  },
});
