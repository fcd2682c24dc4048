import { AnswerArrivalQuestionInput, AnswerClaimInput, Cost, RequiresScopes, wordsOfAnswer } from '@hub/contract';
import { mutate, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { actingFor } from '../mutations/acting-for';
import type { PartnershipSide } from '../mutations/partnership-side';
import { askQuestions } from './ask-questions';
import { giveAnswer, type Answer } from './give-answer';
import { AnswerPayload, OpenQuestions } from './own-questions';

/** Makes what a partnership's people read and answer of what other authorities ask: the hub has it, and they need not go there. */
export function questionsResolver(partnership: PartnershipSide): Function {
  const answer = async (
    context: SubgraphContext,
    authority: string | null | undefined,
    said: Omit<Answer, 'authority'>,
  ): Promise<AnswerPayload> => {
    const acting = await mutate(context, () => Promise.resolve(actingFor(context, partnership, authority)));
    if (acting.result !== null) return giveAnswer(context, { ...said, authority: acting.result });
    return Object.assign(new AnswerPayload(), { isTaken: false, userErrors: acting.userErrors });
  };

  @Resolver()
  class QuestionsResolver {
    @Query(() => OpenQuestions, {
      nullable: true,
      description:
        "What one's own authority is asked by others, and asks them, as the hub has it: whether a child is known who arrived " +
        'without a notice, and claims to be responsible.',
    })
    @Cost(300)
    @RequiresScopes('movements:read')
    openQuestions(@Ctx() context: SubgraphContext) {
      return askQuestions(context);
    }

    @Mutation(() => AnswerPayload, {
      nullable: true,
      description:
        'Answers at the hub whether a child is known who arrived elsewhere without a notice. The same again changes nothing. ' +
        'Codes: NOT_YOUR_AUTHORITY, QUESTION_UNKNOWN, ARRIVAL_OVER, REQUIRED, SAYS_NOTHING, NAMES_SOMEBODY, TOO_LONG, HUB_AWAY.',
    })
    @Cost(300)
    @RequiresScopes('movements:write')
    answerArrivalQuestion(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => AnswerArrivalQuestionInput, { description: 'The answer.' })
      { authority, ...input }: AnswerArrivalQuestionInput,
    ) {
      const words = wordsOfAnswer(input);
      const said = { mutation: 'answerArrival', inputType: 'AnswerArrivalInput', input, words } as const;
      return answer(context, authority, said);
    }

    @Mutation(() => AnswerPayload, {
      nullable: true,
      description:
        'Answers a claim at the hub, for the authority that is responsible, or gives way for the one that claims. The same again ' +
        'changes nothing. Codes: NOT_YOUR_AUTHORITY, CLAIM_UNKNOWN, SAYS_NOTHING, NAMES_SOMEBODY, TOO_LONG, HUB_AWAY.',
    })
    @Cost(300)
    @RequiresScopes('movements:write')
    answerClaim(
      @Ctx() context: SubgraphContext,
      @Arg('input', () => AnswerClaimInput, { description: 'The answer.' }) { authority, ...input }: AnswerClaimInput,
    ) {
      const words = { answer: input.answer.trim() };
      const said = { mutation: 'answerResponsibilityClaim', inputType: 'AnswerResponsibilityClaimInput' } as const;
      return answer(context, authority, { ...said, input, words });
    }
  }
  return QuestionsResolver;
}
