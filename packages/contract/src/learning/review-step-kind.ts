import { registerEnumType } from 'type-graphql';

export enum ReviewStepKind {
  DECIDED = 'DECIDED',
  CONSULTED = 'CONSULTED',
  REVIEWER_RECOMMENDED = 'REVIEWER_RECOMMENDED',
  REVIEWER_COMMISSIONED = 'REVIEWER_COMMISSIONED',
  GROUP_DETERMINED = 'GROUP_DETERMINED',
  UPDATE = 'UPDATE',
  DRAFT_SUBMITTED = 'DRAFT_SUBMITTED',
  FINAL_COMPLETED = 'FINAL_COMPLETED',
  ANONYMITY_SIGNED_OFF = 'ANONYMITY_SIGNED_OFF',
  SENT = 'SENT',
}

registerEnumType(ReviewStepKind, {
  name: 'ReviewStepKind',
  description: 'What was done in a practice review.',
  valuesConfig: {
    DECIDED: { description: 'The party decided that there is a review (LAM-20, TRI-26).' },
    CONSULTED: { description: 'The party was consulted before the decision (LAM-20).' },
    REVIEWER_RECOMMENDED: { description: 'The party recommended the reviewer (LAM-21).' },
    REVIEWER_COMMISSIONED: { description: 'The reviewer or author was commissioned (TRI-26).' },
    GROUP_DETERMINED: { description: 'The membership of the review group was determined (TRI-26).' },
    UPDATE: { description: 'The reviewer reported to the chair (LAM-22).' },
    DRAFT_SUBMITTED: { description: 'The draft was submitted to the party (LAM-22).' },
    FINAL_COMPLETED: { description: 'The final report was completed (LAM-22).' },
    ANONYMITY_SIGNED_OFF: {
      description: 'Somebody signed off that the report harms nobody involved, and shows nobody (LAM-23).',
    },
    SENT: { description: 'The completed report was sent to the party (TRI-28).' },
  },
});
