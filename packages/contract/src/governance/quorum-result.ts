import { registerEnumType } from 'type-graphql';

export enum QuorumResult {
  QUORATE = 'QUORATE',
  INQUORATE = 'INQUORATE',
  NOT_KNOWN = 'NOT_KNOWN',
  NOT_SPECIFIED = 'NOT_SPECIFIED',
}

registerEnumType(QuorumResult, {
  name: 'QuorumResult',
  description: 'Whether a meeting was quorate under the rule of its body.',
  valuesConfig: {
    QUORATE: { description: 'The rule was met.' },
    INQUORATE: { description: 'The rule was not met.' },
    NOT_KNOWN: { description: 'There is a rule about agencies, and who came is recorded by sector alone.' },
    NOT_SPECIFIED: { description: 'The body has no stated rule to judge by.' },
  },
});
