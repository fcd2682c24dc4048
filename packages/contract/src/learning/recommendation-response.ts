import { registerEnumType } from 'type-graphql';

/** Each partner keeps its own line of accountability, "including action or otherwise" (RED-10). */
export enum RecommendationResponse {
  ACCEPTED = 'ACCEPTED',
  PARTLY_ACCEPTED = 'PARTLY_ACCEPTED',
  NOT_ACCEPTED = 'NOT_ACCEPTED',
}

registerEnumType(RecommendationResponse, {
  name: 'RecommendationResponse',
  description: 'What an agency answered to a recommendation.',
  valuesConfig: {
    ACCEPTED: { description: 'It will be done.' },
    PARTLY_ACCEPTED: { description: 'Some of it will be done; the answer says why not all.' },
    NOT_ACCEPTED: { description: 'It will not be done; the answer says why.' },
  },
});
