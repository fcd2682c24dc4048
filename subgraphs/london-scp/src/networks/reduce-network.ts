import type { Agency } from '@hub/contract';
import { answersByPlace } from '../directory/answers-by-place';

/** What a partnership answered for networks; a list that is null or missing it did not answer with. */
export interface NetworkAnswer {
  agencies?: Agency[] | null;
  networkConnections?:
    { networkId: string; connectedOn: string; isSynthetic: boolean; body: { id: string; name: string } }[] | null;
}

type Answers = readonly ({ partnershipId: string } & NetworkAnswer)[];

/** Every partnership of the directory by its id, with what it answered, if it did. */
export function answersByPartnership(
  partnershipIds: readonly string[],
  answers: readonly (NetworkAnswer | null)[],
): Answers {
  return answersByPlace(partnershipIds, answers).map(([partnershipId, answer]) => ({ ...answer, partnershipId }));
}

/** Ids of the partnerships that answered with this list. */
export function answeredIds(answers: Answers, list: 'agencies' | 'networkConnections'): Set<string> {
  return new Set(answers.flatMap((answer) => (answer[list] ? [answer.partnershipId] : [])));
}

/** Finds a partnership's own record of an agency by the two ids that the London SCP keeps. */
export function agencyFinder(answers: Answers): (partnershipId: string, agencyId: string) => Agency | null {
  const agencies = new Map(
    answers.flatMap((answer) =>
      (answer.agencies ?? []).map((agency) => [`${answer.partnershipId} ${agency.id}`, agency]),
    ),
  );
  return (partnershipId, agencyId) => agencies.get(`${partnershipId} ${agencyId}`) ?? null;
}

/** The bodies that connect to a network, with the ids of their partnerships, in the order of the answers. */
export function connectionsTo(networkId: string, answers: Answers) {
  return answers.flatMap(({ partnershipId, networkConnections }) =>
    (networkConnections ?? [])
      .filter((connection) => connection.networkId === networkId)
      .map(({ connectedOn, isSynthetic, body: { id, name } }) => ({
        ...{ partnershipId, connectedOn, isSynthetic, body: { bodyId: id, name } },
      })),
  );
}
