import { Failed, type Check } from '../check';
import type { Exchange } from '../exchange';
import type { PublishedField } from '../published-schema';
import { askPartnership } from '../questions';
import type { Sending, Subject } from '../subject';

/** So many fields at once that no limit on the cost of a question is near. */
const AT_ONCE = 10;

export const publicWithoutToken: Check = {
  code: 'PUBLIC_WITHOUT_TOKEN',
  title: 'Without a token the caller is nobody, and sees what is public and no more',
  why: 'The subgraph checks again what the gateway has checked (ADR 0017, ADR 0018).',
  remedy:
    'Where there is no token, answer what has @tag(name: "public"), and null with an error for each field with @requiresScopes, @authenticated or @inaccessible.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const { exchange, answered } = await askPartnership(subject, ['id'], { token: null });
    if (answered?.['id'] !== subject.name) throw new Failed('What is public was not answered.', exchange);
    const hidden = subject.schema.fields.filter(({ isGuarded, isForHub }) => isGuarded || isForHub);
    await answersNone(subject, hidden, { token: null });
  },
};

/** @throws {@link Failed} where one of these fields is answered. */
export async function answersNone(
  subject: Subject,
  fields: readonly PublishedField[],
  sending: Sending,
): Promise<void> {
  const askable = fields.filter((field) => argumentsOf(field) !== null);
  for (let from = 0; from < askable.length; from += AT_ONCE) {
    const asked = askable.slice(from, from + AT_ONCE);
    const selections = asked.map((field) => `${field.name}${argumentsOf(field)}${field.whetherAnything}`);
    const { exchange, answered } = await askPartnership(subject, selections, sending);
    refuseAnswered(answered ?? {}, asked, exchange);
  }
}

function refuseAnswered(answered: Record<string, unknown>, asked: readonly PublishedField[], exchange: Exchange): void {
  const seen = asked.filter(({ name }) => (answered[name] ?? null) !== null).map(({ name }) => name);
  if (seen.length > 0) throw new Failed(`There was an answer to ${seen.join(', ')}.`, exchange);
}

const argumentsOf = (field: PublishedField) => field.arguments(field.isPaged ? { first: '1' } : {});
