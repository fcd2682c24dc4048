import { bearerOf, expiryOf } from '@hub/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { ClientOperation } from '../access/schema-access';
import type { Questions } from '../edge/questions';
import type { DirectAnswer, DirectAnswers } from '../operation/direct-answers';
import { pagesFrom, type Page } from './pages';
import { patiently } from './patience';
import type { TableNotes } from './table-notes';

/** How long a table may take to be written, in milliseconds. */
const TABLE_MS = 10 * 60_000;

/** What asks for one table: each page is a question of its own, with its turn, its points, its deadline and its record of access. */
export class TableQuestion {
  readonly #end: number;

  constructor(
    private readonly asked: ClientOperation,
    private readonly by: { request: FastifyRequest; reply: FastifyReply; questions: Questions; direct: DirectAnswers },
    private readonly notes: TableNotes,
  ) {
    const token = bearerOf(by.request.headers.authorization ?? '');
    this.#end = Math.min(Date.now() + TABLE_MS, token ? expiryOf(token).getTime() : Infinity);
  }

  /** Asks for the first page. @throws RequestRefused */
  first(): Promise<DirectAnswer> {
    return this.#ask(this.asked.variables);
  }

  /** A page of an answer, for its table and its notes; null where there is none. */
  take({ status, text }: DirectAnswer): Page | null {
    const { data = null, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: GraphQLFormattedError[] };
    if (status !== 200) {
      this.notes.addErrors(errors);
      return null;
    }
    this.notes.addPage({ data, errors }, this.by.request.operation!.trail.asked);
    return { data, errors };
  }

  /** The first page and those that come after it. */
  pages(first: Page, paged: readonly string[] | null): AsyncGenerator<Page> {
    // Its document was paid for.
    this.by.request.documentCost = 0;
    return pagesFrom(first, paged, async (after) => {
      if (this.#left === 0) {
        this.notes.addErrors([{ message: 'The time for a table, or that of the token, was over.' }]);
        return null;
      }
      return this.take(
        await patiently(
          () => this.#ask({ ...this.asked.variables, after }),
          () => this.#left,
        ),
      );
    });
  }

  #ask(variables: ClientOperation['variables']): Promise<DirectAnswer> {
    const { request, reply, questions, direct } = this.by;
    return questions.take(request, reply, (context) => direct.answerKnown({ ...this.asked, variables }, context));
  }

  /** Milliseconds. */
  get #left(): number {
    return this.by.reply.raw.destroyed ? 0 : Math.max(0, this.#end - Date.now());
  }
}
