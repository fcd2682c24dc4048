import {
  awaitedStepOf,
  clocksAwaiting,
  MovementSide,
  stepAwaitedBy,
  type Connection,
  type ProcedureRuleCode,
} from '@hub/contract';
import { keysetPage, type SubgraphContext } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { procedureRules } from '../../procedures/procedure-loaders';
import { QUESTION_FIELDS, QUESTIONS, questionsShown, type QuestionRow } from '../arrivals/open-questions';
import { ChildMovementRecord } from '../child-movement-record';
import { CLAIM_FIELDS, claimsShown, WAITING_CLAIMS, type ClaimRow } from '../responsibility/open-claims';
import { clocksNow } from '../store/rows-of-movement';
import { movementHistory } from '../timeline/history-loaders';
import { DueStep } from './due-step';
import { partyCodes } from './party-codes';

/** Something that is due, by its place: what no rule limits comes after what is due, by when it was asked for. */
interface DueRow {
  isUnlimited: boolean;
  at: Date;
  /** Of a movement, or of an arrival. */
  id: string;
  /** Of the clock; of a question whom it asks. */
  part: string;
  kind: 'STEP' | 'CLAIM' | 'QUESTION';
}

/**
 * What is due, after a place ($1 to $4), to some authorities ($5), at most so much ($6); all of it, or what these themselves are to
 * do ($7): clocks that run of open movements from or to them, that wait for a step of theirs as origin ($8) or as destination ($9);
 * claims that they make or are to answer; and questions about arrivals that they ask or are to answer. A claim that whoever is
 * responsible has answered waits for no answer of theirs.
 */
export const DUE_STEPS = `
  SELECT * FROM (
    SELECT false AS "isUnlimited", due_at AS at, movement.id, clock.code AS part, 'STEP' AS kind
    FROM movement_clock AS clock JOIN child_movement AS movement ON movement.id = clock.movement_id
    WHERE met_at IS NULL AND stopped_at IS NULL AND closed_at IS NULL AND due_at IS NOT NULL
      AND (origin_code = ANY($5) AND (NOT $7 OR clock.code = ANY($8))
        OR destination_code = ANY($5) AND (NOT $7 OR clock.code = ANY($9)))
    UNION ALL
    SELECT due_at IS NULL, coalesce(due_at, since), claim.movement_id, '', 'CLAIM' FROM ${WAITING_CLAIMS}
    WHERE (answered_at IS NULL OR answered_at < responsible.from_at)
      AND (responsible.authority = ANY($5) OR NOT $7 AND claimant = ANY($5))
    UNION ALL
    SELECT due_at IS NULL, coalesce(due_at, since), arrival_id, asked, 'QUESTION' FROM ${QUESTIONS}
    WHERE ended_at IS NULL AND met_at IS NULL AND (asked = ANY($5) OR NOT $7 AND destination_code = ANY($5))) AS due
  WHERE ("isUnlimited", at, id, part) > ($1::boolean, $2::timestamptz, $3, $4)
  ORDER BY "isUnlimited", at, id, part LIMIT $6`;

/** A page of what is due to the caller, earliest first: also what is late. */
export async function dueSteps(
  context: SubgraphContext,
  { first, after, isOwn }: { first: number; after: string | null | undefined; isOwn: boolean },
): Promise<Connection<DueStep>> {
  const own = [isOwn, clocksAwaiting(MovementSide.ORIGIN), clocksAwaiting(MovementSide.DESTINATION)];
  const codes = await partyCodes(context);
  const read = async (key: string[] | null, limit: number) => {
    const place = key ?? ['false', '-infinity', '', ''];
    return context.dataSource.query<DueRow[]>(DUE_STEPS, [...place, codes, limit, ...own]);
  };
  const isKey = ([isUnlimited, at]: string[]) =>
    ['false', 'true'].includes(isUnlimited!) && !Number.isNaN(Date.parse(at!));
  const keyOf = ({ isUnlimited, at, id, part }: DueRow) => [String(isUnlimited), at.toISOString(), id, part];
  const page = await keysetPage({ keyOf, parts: 4, isKey, read }, first, after);
  const nodes = await shown(
    context,
    page.edges.map(({ node }) => node),
  );
  return { ...page, edges: page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })) };
}

async function shown(context: SubgraphContext, rows: readonly DueRow[]): Promise<DueStep[]> {
  const of = (wanted: DueRow['kind']) => rows.filter(({ kind }) => kind === wanted);
  const [steps, claims, questions] = [
    await stepsOf(context, of('STEP')),
    await claimsOf(context, of('CLAIM')),
    await questionsOf(context, of('QUESTION')),
  ];
  const nothing = { movement: null, step: null, claim: null, question: null };
  return rows.map((row) => {
    const { id, part, kind } = row;
    const parts = {
      ...{ STEP: steps.get(row), CLAIM: { claim: claims.get(id) } },
      QUESTION: { question: questions.get(`${id}/${part}`) },
    };
    return Object.assign(new DueStep(), nothing, parts[kind]);
  });
}

async function stepsOf(context: SubgraphContext, rows: readonly DueRow[]) {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return new Map<DueRow, Pick<DueStep, 'movement' | 'step'>>();
  const [movements, rules, histories] = await Promise.all([
    context.dataSource.getRepository(ChildMovementRecord).findBy({ id: In(ids) }),
    procedureRules(context),
    Promise.all(ids.map((id) => movementHistory(context).load(id))),
  ]);
  return new Map(
    rows.map((row, index) => {
      const history = histories[index]!;
      const clock = clocksNow(history, rules, new Date()).find(({ code }) => code === (row.part as ProcedureRuleCode))!;
      const step = awaitedStepOf(history, stepAwaitedBy(clock));
      return [row, { movement: movements.find(({ id }) => id === row.id)!, step }];
    }),
  );
}

async function claimsOf(context: SubgraphContext, rows: readonly DueRow[]) {
  if (rows.length === 0) return new Map<string, DueStep['claim']>();
  const read = `SELECT ${CLAIM_FIELDS} FROM ${WAITING_CLAIMS} WHERE claim.movement_id = ANY($1)`;
  const claims = await context.dataSource.query<ClaimRow[]>(read, [rows.map(({ id }) => id)]);
  const claimShown = await claimsShown(context);
  return new Map(claims.map((claim) => [claim.movementId, claimShown(claim)]));
}

async function questionsOf(context: SubgraphContext, rows: readonly DueRow[]) {
  if (rows.length === 0) return new Map<string, DueStep['question']>();
  const read = `SELECT ${QUESTION_FIELDS} FROM ${QUESTIONS}
    JOIN unnest($1::text[], $2::text[]) AS wanted(id, part) ON arrival_id = wanted.id AND asked = wanted.part`;
  const keys = [rows.map(({ id }) => id), rows.map(({ part }) => part)];
  const questions = await context.dataSource.query<QuestionRow[]>(read, keys);
  const questionShown = await questionsShown(context);
  return new Map(questions.map((question) => [`${question.arrivalId}/${question.asked}`, questionShown(question)]));
}
