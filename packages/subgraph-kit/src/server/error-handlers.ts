import { TokenRefused, TurnRefused } from '@hub/access';
import { HttpRefused } from '@hub/http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isLimitError } from '../limits/limit-error';
import { describeError } from './describe-error';
import { type ServerErrorCode, serverErrorMessage, serverErrors } from './errors';

/** Answers what never reaches GraphQL in the shape of a GraphQL error, so that a client reads one kind of answer. */
export function addErrorHandlers(app: FastifyInstance, subgraph: string, logger: Logger): void {
  const answer = (reply: FastifyReply, code: ServerErrorCode) => answerError(reply, code, subgraph);

  app.setNotFoundHandler((_request, reply) => answer(reply, 'NOT_FOUND'));

  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof TokenRefused) {
      const { message, code, reason } = error;
      logger.warn({ requestId: request.id, reason }, 'token refused');
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send({ errors: [{ message, extensions: { code } }] });
    }
    if (error instanceof TurnRefused) {
      return answer(reply.header('retry-after', '1'), error.by === 'asker' ? 'TOO_MANY_AT_ONCE' : 'SUBGRAPH_BUSY');
    }
    if (error instanceof HttpRefused) {
      const { message, code, statusCode } = error;
      return reply.code(statusCode).send({ errors: [{ message, extensions: { code } }] });
    }
    if (isLimitError(error)) {
      const { message, extensions } = error;
      const { status, headers } = extensions['http'] as { status: number; headers: Map<string, string> };
      return reply
        .code(status)
        .headers(Object.fromEntries(headers))
        .send({ errors: [{ message, extensions: { code: extensions['code'] } }] });
    }
    const code = codeOf(error);
    if (code === 'INTERNAL_SERVER_ERROR') {
      logger.error({ requestId: request.id, error: describeError(error) }, 'request failed');
    }
    return answer(reply, code);
  });
}

/** Answers an address that cannot be read. Fastify runs no hook for it. */
export function answerBadAddress(subgraph: string) {
  return (_error: FastifyError, _request: FastifyRequest, reply: FastifyReply) =>
    void answerError(reply, 'BAD_REQUEST', subgraph);
}

function answerError(reply: FastifyReply, code: ServerErrorCode, subgraph: string) {
  const message = serverErrorMessage(code, subgraph, reply.request.id);
  return reply.code(serverErrors[code].status).send({ errors: [{ message, extensions: { code } }] });
}

function codeOf({ statusCode = 500 }: FastifyError): ServerErrorCode {
  if (statusCode === 413) return 'PAYLOAD_TOO_LARGE';
  return statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}
