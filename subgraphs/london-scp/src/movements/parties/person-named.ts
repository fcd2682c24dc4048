import { problem, Refusal, type SubgraphContext } from '@hub/subgraph-kit';

/** A stable id, as a message has one. */
const PERSON = /^[\w.:@-]{1,100}$/;

/**
 * Who does something: whoever asks, or the person whom a partnership's system names, since they did it at home.
 *
 * @throws Refusal `ROLE_MAY_NOT` where somebody else names one, `PERSON_INVALID`.
 */
export function personNamed(
  { requestIdentity: { caller } }: SubgraphContext,
  person: string | null | undefined,
): string {
  if (typeof person !== 'string') return caller!.person;
  if (caller?.role !== 'partnership-system') {
    const message = "Who you are is in your token. Leave person to a partnership's system.";
    throw new Refusal(problem('person', 'ROLE_MAY_NOT', message));
  }
  if (PERSON.test(person)) return person;
  const message = 'Name the person by the stable id in their token, of up to 100 characters.';
  throw new Refusal(problem('person', 'PERSON_INVALID', message));
}
