import { registerEnumType } from 'type-graphql';

export enum SignOffRule {
  ALL_STATUTORY_PARTNERS = 'ALL_STATUTORY_PARTNERS',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(SignOffRule, {
  name: 'SignOffRule',
  description: 'Who signs something off before it takes effect.',
  valuesConfig: {
    ALL_STATUTORY_PARTNERS: {
      description: 'Each statutory partner: three sectors, of which one may have several agencies (HAV-11, LON-28).',
    },
    NOT_SPECIFIED: { description: 'The document asks for no sign-off.' },
  },
});
