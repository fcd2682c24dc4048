/** The first question of the README. */
export const FIRST_QUESTION = `{ partnerships(ids: ["havering", "lambeth"]) {
  name
  termsOfReference { reviewDue clauses(topic: QUORUM) { id quote summary } }
  ... on HoldsMeetings { meetings(first: 1) { edges { node { heldOn quorum isSynthetic } } } }
} }`;
