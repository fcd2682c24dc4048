import type { Connection } from '@hub/contract';
import { keysetPage, type SubgraphContext } from '@hub/subgraph-kit';
import { exchangeDirectory } from '../exchange/exchange-directory';
import { partyCodes } from '../parties/party-codes';
import { questionOf, type ArrivalQuestion, type AskingArrival } from './arrival-question';
import type { ArrivalQuestionRecord } from './arrival-records';

type Instant = 'since' | 'answeredAt' | 'metAt' | 'dueAt' | 'endedAt';

/** A question as read, with its arrival. */
export type QuestionRow = Omit<ArrivalQuestionRecord, Instant> &
  Record<Exclude<Instant, 'since'>, Date | null> &
  AskingArrival & { since: Date };

/** What is read of a question and its arrival. */
export const QUESTION_FIELDS = `arrival_id AS "arrivalId", asked, is_named AS "isNamed", since, is_known AS "isKnown", reason,
  answered_at AS "answeredAt", answered_by AS "answeredBy", evidence, met_at AS "metAt", due_at AS "dueAt",
  ended_at AS "endedAt", child_pseudonym AS "childPseudonym", destination_code AS "destinationCode",
  arrived_on::text AS "arrivedOn"`;

/** Questions, each with its arrival. */
export const QUESTIONS = 'arrival_question AS question JOIN child_arrival AS arrival ON arrival.id = arrival_id';

/**
 * Questions that are asked, after an instant ($1), an arrival's id ($2) and an authority ($3), which some authorities ($4) ask or
 * are to answer, at most so many ($5).
 */
export const OPEN_QUESTIONS = `
  SELECT ${QUESTION_FIELDS} FROM ${QUESTIONS}
  WHERE ended_at IS NULL AND (since, arrival_id, asked) > ($1::timestamptz, $2, $3)
    AND (asked = ANY($4) OR destination_code = ANY($4))
  ORDER BY since, arrival_id, asked LIMIT $5`;

/** A page of the questions that the caller's authority asks or is to answer, oldest first, until there is a notice. */
export async function openQuestions(
  context: SubgraphContext,
  first: number,
  after?: string | null,
): Promise<Connection<ArrivalQuestion>> {
  const [codes, shown] = [await partyCodes(context), await questionsShown(context)];
  const read = async (key: string[] | null, limit: number) => {
    const rows = await context.dataSource.query<QuestionRow[]>(OPEN_QUESTIONS, [
      ...(key ?? ['-infinity', '', '']),
      ...[codes, limit],
    ]);
    return rows.map(shown);
  };
  const isKey = ([since]: string[]) => !Number.isNaN(Date.parse(since!));
  const keyOf = ({ since, arrival, asked }: ArrivalQuestion) => [since, arrival, asked];
  return keysetPage({ keyOf, parts: 3, isKey, read }, first, after);
}

/** Makes of questions as read what the graph shows. */
export async function questionsShown(context: SubgraphContext): Promise<(row: QuestionRow) => ArrivalQuestion> {
  const directory = await exchangeDirectory(context);
  const text = (instant: Date | null) => instant && instant.toISOString();
  return ({ childPseudonym, destinationCode, arrivedOn, since, answeredAt, metAt, dueAt, endedAt, ...question }) => {
    const instants = {
      ...{ since: since.toISOString(), answeredAt: text(answeredAt), metAt: text(metAt) },
      ...{ dueAt: text(dueAt), endedAt: text(endedAt) },
    };
    return questionOf({ ...question, ...instants }, { childPseudonym, destinationCode, arrivedOn }, directory);
  };
}
