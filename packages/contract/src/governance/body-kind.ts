import { registerEnumType } from 'type-graphql';

export enum BodyKind {
  EXECUTIVE = 'EXECUTIVE',
  JOINT_EXECUTIVE = 'JOINT_EXECUTIVE',
  PARTNERS_GROUP = 'PARTNERS_GROUP',
  FULL_PARTNERSHIP = 'FULL_PARTNERSHIP',
  STRATEGIC_GROUP = 'STRATEGIC_GROUP',
  SUBGROUP = 'SUBGROUP',
  LOCAL_GROUP = 'LOCAL_GROUP',
  TASK_AND_FINISH = 'TASK_AND_FINISH',
  LEARNING_HUB = 'LEARNING_HUB',
  CHILD_DEATH_OVERVIEW_PANEL = 'CHILD_DEATH_OVERVIEW_PANEL',
}

registerEnumType(BodyKind, {
  name: 'BodyKind',
  description: 'What kind of group a body is.',
  valuesConfig: {
    EXECUTIVE: { description: 'The executive of the partnership.' },
    JOINT_EXECUTIVE: { description: 'An executive group together with another board (RED-02).' },
    PARTNERS_GROUP: { description: 'A wider group of partners below an executive.' },
    FULL_PARTNERSHIP: { description: 'The whole partnership meeting as one.' },
    STRATEGIC_GROUP: { description: 'A group that plans for the partnership.' },
    SUBGROUP: { description: 'A standing subgroup or thematic working group.' },
    LOCAL_GROUP: { description: 'A group for one local authority of several.' },
    TASK_AND_FINISH: { description: 'A group set up for one task.' },
    LEARNING_HUB: { description: 'A learning and practice improvement hub.' },
    CHILD_DEATH_OVERVIEW_PANEL: { description: 'A child death overview panel.' },
  },
});
