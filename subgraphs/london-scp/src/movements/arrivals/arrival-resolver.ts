import { Cost, Paged, RequiresScopes, type UserError } from '@hub/contract';
import { futureDay, mutate, problem, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { exchangeDirectory } from '../exchange/exchange-directory';
import { systemOf } from '../exchange/system-of';
import { answerArrival, AnswerArrivalInput, AnswerArrivalPayload } from './answer-arrival';
import { ArrivalQuestionConnection } from './arrival-question';
import { openQuestions, questionsShown } from './open-questions';
import { type ArrivalInput, recordArrival, RecordArrivalsInput, RecordArrivalsPayload } from './record-arrivals';

const MOST = 50;

/** "Is this child known to you?": what an arrival without a notice asks. */
@Resolver()
export class ArrivalResolver {
  @Query(() => ArrivalQuestionConnection, {
    nullable: true,
    description:
      'What is asked about children who arrived without a notice, oldest first: by the authority one acts for, and of it. Each ' +
      'is listed until there is a notice, or the record of the arrival is closed.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  @Cost(100)
  arrivalQuestions(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
  ) {
    return openQuestions(context, first, after);
  }

  @Mutation(() => RecordArrivalsPayload, {
    nullable: true,
    description:
      "Says how arrivals without a notice stand in the caller's partnership, and asks about the children: the authority that each " +
      'is said to come from, and the one that is responsible. The same again changes nothing. Codes: NOT_1_TO_50, ID_INVALID, ' +
      'ID_TAKEN, NOT_A_PSEUDONYM, NOT_YOUR_AUTHORITY, NOT_FROM_ELSEWHERE, DATE_IN_FUTURE, AUTHORITY_UNKNOWN, AUTHORITY_REPLACED.',
  })
  @RequiresScopes('movements:write')
  async recordArrivals(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => RecordArrivalsInput, { description: 'The arrivals.' }) { arrivals }: RecordArrivalsInput,
  ): Promise<RecordArrivalsPayload> {
    const [ahead, come] = byDay(arrivals);
    const payload = Object.assign(new RecordArrivalsPayload(), { recorded: [], userErrors: ahead });
    if (ahead.length > 0 && come.length === 0) return payload;
    const sender = systemOf(context);
    if (arrivals.length < 1 || arrivals.length > MOST) {
      const message = `arrivals must be 1 to ${MOST}, not ${arrivals.length}. Send the rest separately.`;
      return Object.assign(payload, { userErrors: [problem('arrivals', 'NOT_1_TO_50', message)] });
    }
    const directory = await exchangeDirectory(context);
    for (const arrival of come) {
      const { result, userErrors } = await mutate(context, async (manager) => {
        await recordArrival(manager, { sender, arrival }, directory);
        return arrival.id;
      });
      if (result !== null) payload.recorded.push(result);
      payload.userErrors.push(...userErrors);
    }
    return payload;
  }

  @Mutation(() => AnswerArrivalPayload, {
    nullable: true,
    description:
      'Answers whether a child is known who arrived elsewhere without a notice, for the authority that is asked; of one outside ' +
      'the hub, the authority that asks records it. Who is responsible stays. The same again changes nothing. Codes: ' +
      'QUESTION_UNKNOWN, ARRIVAL_OVER, REQUIRED, SAYS_NOTHING, NAMES_SOMEBODY, TOO_LONG, ROLE_MAY_NOT, PERSON_INVALID.',
  })
  @RequiresScopes('movements:write')
  async answerArrival(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => AnswerArrivalInput, { description: 'The answer.' }) input: AnswerArrivalInput,
  ): Promise<AnswerArrivalPayload> {
    const { result, userErrors } = await mutate(context, (manager) => answerArrival(manager, context, input));
    const question = result && (await questionsShown(context))(result);
    return Object.assign(new AnswerArrivalPayload(), { question, userErrors });
  }
}

/** What is wrong with those of a day that has not come, and the others. */
function byDay(arrivals: readonly ArrivalInput[]): [UserError[], ArrivalInput[]] {
  const problems = arrivals.map(({ arrivedOn }) => futureDay('arrivedOn', arrivedOn));
  const ahead = problems.flatMap((one) => (one ? [{ ...one, field: ['input', 'arrivals', 'arrivedOn'] }] : []));
  return [ahead, arrivals.filter((_, index) => !problems[index])];
}
