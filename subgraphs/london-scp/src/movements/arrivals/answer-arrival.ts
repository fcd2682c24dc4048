import {
  AnswerArrivalQuestionInput,
  ListSize,
  LONGEST_ANSWER,
  RequiresScopes,
  UserError,
  wordsOfAnswer,
} from '@hub/contract';
import { noteUnseen, problem, proseProblems, Refusal, refuseFor, type SubgraphContext } from '@hub/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { coverages } from '../../directory/directory-loaders';
import { coveringToday } from '../../directory/covering-today';
import { sendToFeed } from '../exchange/send-to-feed';
import { partyCodes } from '../parties/party-codes';
import { personNamed } from '../parties/person-named';
import { lockChild } from '../responsibility/chains';
import { keepLinks } from '../responsibility/child-links';
import { ArrivalQuestion } from './arrival-question';
import { ArrivalQuestionRecord } from './arrival-records';
import { QUESTION_FIELDS, QUESTIONS, type QuestionRow } from './open-questions';

@InputType({ description: 'An answer to whether a child is known who arrived elsewhere without a notice.' })
export class AnswerArrivalInput extends AnswerArrivalQuestionInput {
  @Field(() => ID, {
    nullable: true,
    description: "Stable id of the person who answers at home; a partnership's system names it, and nobody else.",
  })
  person?: string | null;
}

@ObjectType({ description: 'Result of answering a question about an arrival.' })
@RequiresScopes('movements:write')
export class AnswerArrivalPayload {
  @Field(() => ArrivalQuestion, { nullable: true, description: 'The question; null where nothing was done.' })
  question!: ArrivalQuestion | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  @ListSize(3)
  userErrors!: UserError[];
}

const READ = `SELECT ${QUESTION_FIELDS} FROM ${QUESTIONS} WHERE arrival_id = $1 AND asked = $2`;

/**
 * Takes the answer of the authority that is asked, or, of one outside the hub, what the asking authority knows of its answer. A
 * later answer takes the place of an earlier one, and the first stops the clock. The same again changes nothing. Who is
 * responsible stays.
 *
 * @throws Refusal `QUESTION_UNKNOWN`, `ARRIVAL_OVER`, `REQUIRED`, `SAYS_NOTHING`, `NAMES_SOMEBODY`, `TOO_LONG`, `ROLE_MAY_NOT`,
 * `PERSON_INVALID`.
 */
export async function answerArrival(
  manager: EntityManager,
  context: SubgraphContext,
  input: AnswerArrivalInput,
): Promise<QuestionRow> {
  const { question: id, isKnown, ...given } = input;
  const words = wordsOfAnswer(input);
  const { reason, evidence } = words;
  const problems = (['reason', 'evidence'] as const).flatMap((field) => {
    const text = words[field];
    return text === null ? [] : proseProblems(field, text, LONGEST_ANSWER);
  });
  refuseFor(...problems);
  const answeredBy = personNamed(context, given.person);
  const [arrivalId = '', asked = ''] = id.split('/');
  await keepLinks(manager);
  const read = async () => (await manager.query<QuestionRow[]>(READ, [arrivalId, asked]))[0];
  const known = await read();
  if (!known) throw new Refusal(questionUnknown(id));
  await lockChild(manager, known.childPseudonym);
  const partnershipOf = coveringToday(await coverages(context));
  const codes = await partyCodes(context);
  const own = given.authority ? codes.filter((code) => code === given.authority) : codes;
  const isForOther = !own.includes(asked) && own.includes(known.destinationCode) && partnershipOf(asked) === null;
  if (!own.includes(asked) && !isForOther) {
    // One that is another's to answer is as one that is not there, but for the record.
    noteUnseen(context, [known.childPseudonym]);
    throw new Refusal(questionUnknown(id));
  }
  if (isForOther && evidence === null) {
    const message = 'Say what the answer is known by: the hub asks nobody outside it.';
    throw new Refusal(problem('evidence', 'REQUIRED', message));
  }
  const before = (await read())!;
  const said = { isKnown, reason, answeredBy, evidence: isForOther ? evidence : null };
  if ((Object.keys(said) as (keyof typeof said)[]).every((part) => before[part] === said[part])) return before;
  if (before.endedAt !== null) {
    const message = 'Nobody asks it any more: there is a notice by now, or the record of the arrival was closed.';
    throw new Refusal(problem('question', 'ARRIVAL_OVER', message));
  }
  const now = new Date().toISOString();
  const answer = { ...said, answeredAt: now, metAt: before.metAt?.toISOString() ?? now };
  await manager.update(ArrivalQuestionRecord, { arrivalId, asked }, answer);
  const movement = { id: arrivalId, origin: asked, destination: known.destinationCode };
  await sendToFeed(manager, movement, partnershipOf);
  return (await read())!;
}

function questionUnknown(id: string) {
  const message = `There is no question ${id.slice(0, 100)} for your authority to answer. Take one of arrivalQuestions.`;
  return problem('question', 'QUESTION_UNKNOWN', message);
}
