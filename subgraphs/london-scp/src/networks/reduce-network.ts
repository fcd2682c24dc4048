import type { Agency } from '@hub/contract';

/** What a partnership answered for networks; a list that is null or missing it did not answer with. */
export interface NetworkAnswer {
  agencies?: Agency[] | null;
  networkConnections?:
    { networkId: string; connectedOn: string; isSynthetic: boolean; body: { id: string; name: string } }[] | null;
}

type Answers = readonly ({ partnershipId: string } & NetworkAnswer)[];

/**
 * Says whose answer is whose. A representation cannot carry the ids of the partnerships, which `@requires` may not name,
 * so that answers are told apart by their places: those of `Network.respondents`, which is the whole directory in order.
 *
 * @param partnershipIds - ids of the directory, in its order.
 * @param answers - what each answered; null for one that did not.
 */
export function answersByPartnership(
  partnershipIds: readonly string[],
  answers: readonly (NetworkAnswer | null)[],
): Answers {
  if (answers.length !== partnershipIds.length) {
    throw new Error(`${partnershipIds.length} partnerships were asked, and ${answers.length} places hold answers.`);
  }
  return partnershipIds.map((partnershipId, place) => ({ ...answers[place], partnershipId }));
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
      .map(({ connectedOn, isSynthetic, body }) => ({ partnershipId, connectedOn, isSynthetic, body })),
  );
}
