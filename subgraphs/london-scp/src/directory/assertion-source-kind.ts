import { registerEnumType } from 'type-graphql';

export enum AssertionSourceKind {
  FOUNDING_DOCUMENT = 'FOUNDING_DOCUMENT',
  PUBLIC_SOURCE = 'PUBLIC_SOURCE',
}

registerEnumType(AssertionSourceKind, {
  name: 'AssertionSourceKind',
  description: 'Where an assertion comes from.',
  valuesConfig: {
    FOUNDING_DOCUMENT: { description: 'One of the five founding documents; the source is a clause id.' },
    PUBLIC_SOURCE: { description: 'Another public source; the source is its address.' },
  },
});
