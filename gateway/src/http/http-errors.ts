import { HttpRefused } from '@hub/http';
import type { RegistryRefusalCode } from '@hub/registry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { GATEWAY_ERRORS, gatewayMessage, gatewayStatus, type GatewayErrorCode } from '../errors';
import { answerType } from './answer-type';
import { secure } from './security-headers';

/** A request that is refused before GraphQL sees it. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly code:
      | RegistryRefusalCode
      | 'PUBLICATION_INVALID'
      | 'ORIGIN_NOT_ALLOWED'
      | 'EXPLORER_ONLY'
      | 'EXPLAIN_NOT_ALLOWED'
      | 'NO_SUCH_TOKEN'
      | 'UNAUTHENTICATED'
      | 'RATE_LIMITED'
      | 'COST_LIMITED'
      | 'DOCUMENT_TOO_LARGE'
      | 'TOO_MANY_AT_ONCE'
      | 'HUB_BUSY'
      | 'VARIABLES_UNREADABLE'
      | 'SAVED_OPERATION_UNKNOWN'
      | 'SAVED_OPERATIONS_ONLY',
    readonly values: Readonly<Record<string, string | number>>,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(gatewayMessage(code, values));
  }
}

/** Answers failures below GraphQL in the shape of a GraphQL error, without their inside. */
export function addHttpErrors(app: FastifyInstance, maxBodyBytes: number): void {
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).type(answerType(request)).send(body('NOT_FOUND', request.id)),
  );

  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    void reply.type(answerType(request));
    if (error instanceof RequestRefused) {
      const { code, values, headers } = error;
      return reply
        .code(GATEWAY_ERRORS[code].status)
        .headers(headers)
        .send(body(code, request.id, values));
    }
    if (error instanceof HttpRefused) {
      const { code, message, statusCode } = error;
      return reply.code(statusCode).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
    }
    const refused = error instanceof GraphQLError ? gatewayStatus(error.extensions['code']) : undefined;
    if (error instanceof GraphQLError && refused !== undefined) {
      const { message, extensions } = error;
      return reply
        .code(refused)
        .send({ errors: [{ message, extensions: { code: extensions['code'], requestId: request.id } }] });
    }
    const status = error.statusCode ?? 500;
    if (status === 413) {
      return reply.code(413).send(body('REQUEST_TOO_LARGE', request.id, { limit: maxBodyBytes }));
    }
    if (status >= 400 && status < 500) {
      return reply.code(status).send(body('BAD_REQUEST', request.id, { reason: 'its body is not JSON' }));
    }
    request.log.error({ err: error }, 'A request failed.');
    return reply.code(500).send(body('INTERNAL_SERVER_ERROR', request.id));
  });
}

/** Answers an address that cannot be read. Fastify runs no hook for it, so that it is secured here. */
export function answerBadAddress(_: Error, request: FastifyRequest, reply: FastifyReply): void {
  secure(request, reply);
  const reason = 'its address is malformed';
  void reply.code(400).send(body('BAD_REQUEST', request.id, { reason }));
}

const body = (code: GatewayErrorCode, requestId: string, values = {}) => ({
  errors: [
    {
      message: gatewayMessage(code, { requestId, ...values }),
      extensions: { code, requestId },
    },
  ],
});
