import { registerEnumType } from 'type-graphql';

/**
 * What a notice to another housing authority states: Housing Act 1996, section 208, as quoted in
 * https://rbwm.gov.uk/council-and-democracy/strategies-and-policies/freedom-information/information-requests/foi000909-foi-housing.
 */
export enum HousingNoticePart {
  APPLICANT = 'APPLICANT',
  OTHERS_OF_THE_HOUSEHOLD = 'OTHERS_OF_THE_HOUSEHOLD',
  ADDRESS = 'ADDRESS',
  AVAILABLE_FROM = 'AVAILABLE_FROM',
  FUNCTION = 'FUNCTION',
}

registerEnumType(HousingNoticePart, {
  name: 'HousingNoticePart',
  description: 'A part of the notice that a housing authority gives another (Housing Act 1996, section 208).',
  valuesConfig: {
    APPLICANT: { description: 'The name of the applicant.' },
    OTHERS_OF_THE_HOUSEHOLD: {
      description:
        'Number and description of others who normally reside with the applicant as family, or might reasonably be expected to.',
    },
    ADDRESS: { description: 'The address of the accommodation.' },
    AVAILABLE_FROM: { description: 'The day on which the accommodation was made available.' },
    FUNCTION: { description: 'By which function under Part 7 the authority secured it.' },
  },
});
