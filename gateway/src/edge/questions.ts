import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Explaining } from '../explain/explaining';
import { Deadline } from '../operation/deadline';
import { openContext, type RequestContext } from '../operation/request-context';
import type { OperationTraces } from '../tracing/operation-traces';
import { hubBusy, type QuestionTurns } from './question-turns';

declare module 'fastify' {
  interface FastifyRequest {
    /** What is known of the operation; null until it is looked at. */
    operation: RequestContext | null;
  }
}

/** How every question is taken in, whatever its address: in its caller's turn, for a time, and while somebody waits for it. */
export class Questions {
  /**
   * @param questionMs - how long one may take, from when it has come, in milliseconds.
   * @param traces - which are traced. @default none
   */
  constructor(
    private readonly turns: QuestionTurns,
    private readonly questionMs: number,
    private readonly traces?: OperationTraces,
  ) {}

  /**
   * Works on a question.
   *
   * @param explaining - where it is to be explained in place of being answered.
   * @throws RequestRefused where its turn would not be soon.
   */
  async take<Result>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (context: RequestContext) => Promise<Result>,
    explaining: Explaining | null = null,
  ): Promise<Result> {
    const deadline = new Deadline(this.questionMs);
    const context = openContext(request, deadline, explaining);
    context.span = this.traces?.begin(request);
    request.operation = context;
    const gone = new AbortController();
    const { raw } = reply;
    const abandon = () => {
      if (raw.writableFinished) return;
      deadline.abandon();
      // Nobody reads it; but a failure it is not.
      gone.abort(hubBusy());
    };
    raw.once('close', abandon);
    if (raw.destroyed) abandon();
    try {
      return await this.turns.inTurn(context.asker.key, gone.signal, () => work(context));
    } finally {
      // A table asks many times for one reply.
      raw.off('close', abandon);
    }
  }
}
