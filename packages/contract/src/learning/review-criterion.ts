import { registerEnumType } from 'type-graphql';

/** TRI-25, after Working Together 2018, chapter 4. */
export enum ReviewCriterion {
  IMPROVEMENTS_NEEDED = 'IMPROVEMENTS_NEEDED',
  RECURRENT_THEMES = 'RECURRENT_THEMES',
  ORGANISATIONS_WORKING_TOGETHER = 'ORGANISATIONS_WORKING_TOGETHER',
  PANEL_SUGGESTED_LOCAL_REVIEW = 'PANEL_SUGGESTED_LOCAL_REVIEW',
}

registerEnumType(ReviewCriterion, {
  name: 'ReviewCriterion',
  description: 'What is considered when it is decided whether there is a local review.',
  valuesConfig: {
    IMPROVEMENTS_NEEDED: { description: 'The case highlights improvements needed, also those identified before.' },
    RECURRENT_THEMES: { description: 'It highlights recurrent themes.' },
    ORGANISATIONS_WORKING_TOGETHER: {
      description: 'It highlights concerns about two or more organisations working together.',
    },
    PANEL_SUGGESTED_LOCAL_REVIEW: {
      description: 'The national Panel concluded that a local review may be more appropriate.',
    },
  },
});
