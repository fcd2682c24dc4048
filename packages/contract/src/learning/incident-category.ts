import { registerEnumType } from 'type-graphql';

/** What a local authority notifies (Working Together 2018, chapter 4). */
export enum IncidentCategory {
  CHILD_DIED = 'CHILD_DIED',
  CHILD_SERIOUSLY_HARMED = 'CHILD_SERIOUSLY_HARMED',
  LOOKED_AFTER_CHILD_DIED = 'LOOKED_AFTER_CHILD_DIED',
}

registerEnumType(IncidentCategory, {
  name: 'IncidentCategory',
  description: 'Why a serious incident is notified.',
  valuesConfig: {
    CHILD_DIED: { description: 'A child died, and abuse or neglect is known or suspected.' },
    CHILD_SERIOUSLY_HARMED: {
      description: 'A child was seriously harmed, and abuse or neglect is known or suspected.',
    },
    LOOKED_AFTER_CHILD_DIED: {
      description: 'A looked after child died, whether or not abuse or neglect is suspected.',
    },
  },
});
