import { hash } from 'node:crypto';
import type { CallerAllowance } from '@hub/limits';
import type { GraphAnswer, GraphDoor } from '@hub/movements-http';
import type { Questions } from '../edge/questions';
import { refuseBadToken } from '../identity/identify';
import { limitDocument } from '../limits/document-limits';
import type { DirectAnswers } from '../operation/direct-answers';

/** By what plain requests are answered. */
export interface PlainDoorOptions {
  direct: DirectAnswers;
  questions: Questions;
  points: CallerAllowance;
}

/** How plain HTTP asks the graph: as a saved operation is asked by its address, behind the front door. */
export function plainDoor({ direct, questions, points }: PlainDoorOptions): GraphDoor {
  return {
    preParsing: refuseBadToken,
    admit: async (request, _reply, { operation }) => limitDocument(request, operation, points),
    async ask(request, reply, { route, variables }) {
      const { operation: source, document, definition: operation } = route;
      const asked = { source, queryHash: hash('sha256', source), document, operation, variables };
      const { text, ...answered } = await questions.take(request, reply, (context) =>
        direct.answerKnown(asked, context),
      );
      return { ...answered, ...(JSON.parse(text) as Pick<GraphAnswer, 'data' | 'errors'>) };
    },
    isKnown: ({ caller }) => caller !== null,
  };
}
