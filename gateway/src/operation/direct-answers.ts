import { hash } from 'node:crypto';
import { getOperationAST, GraphQLError, OperationTypeNode, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { ClientOperation } from '../access/schema-access';
import { UNRECORDED, type RecordAccess } from '../audit/audit-plugin';
import { clientErrors, logOwnFailures } from './client-errors';
import { maskError } from './mask-errors';
import type { OperationCheck } from './operation-checks';
import type { OperationResult, OperationRunner } from './operation-runner';
import type { RequestContext } from './request-context';
import type { ServedSupergraph } from '../supergraph/served-supergraph';

/** A request for one operation, as GraphQL over HTTP writes it. */
export interface OperationRequest {
  isGet: boolean;
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
}

/** What is sent. */
export interface DirectAnswer {
  status: number;
  headers: Iterable<readonly [string, string]>;
  /** JSON. */
  text: string;
}

/** Answers operations whose documents are known, without Apollo Server, by the same rules and in the same words. */
export class DirectAnswers {
  constructor(
    private readonly runner: OperationRunner,
    private readonly checks: readonly OperationCheck[],
    private readonly record: RecordAccess,
    private readonly log: Logger,
  ) {}

  /** Nothing where it is for Apollo Server to answer. Nothing was done then. */
  async answer(request: OperationRequest, context: RequestContext): Promise<DirectAnswer | undefined> {
    context.served = this.runner.served;
    const client = this.#known(context.served, request);
    return client && this.answerKnown(client, context);
  }

  /** Answers an operation whose document is valid. */
  async answerKnown(client: ClientOperation, context: RequestContext): Promise<DirectAnswer> {
    const { schema } = (context.served ??= this.runner.served);
    const { status, headers, errors, ...result } = await this.#run(client, context);
    logOwnFailures(this.log, errors, context);
    const told = clientErrors(
      errors.map((error) => maskError(error.toJSON())),
      context,
    );
    context.answer.errors = told;
    const { source, document, operation, variables } = client;
    const data = result.text ?? JSON.stringify(result.data);
    const asked = { schema, document, operation, request: { variables } };
    const answered = { source, name: operation.name?.value ?? null };
    const unrecorded = await this.record(context, asked, {
      ...answered,
      result: { data: data === 'null' ? null : data, errors: told },
    });
    if (unrecorded)
      return { status: UNRECORDED, headers, text: textOf(JSON.stringify(unrecorded.data), unrecorded.errors) };
    return { status, headers, text: textOf(data, told, result.coverage) };
  }

  #known(
    { documents }: ServedSupergraph,
    { isGet, query, operationName, variables }: OperationRequest,
  ): ClientOperation | undefined {
    const queryHash = hash('sha256', query);
    const document = documents.find(queryHash);
    const operation = document && getOperationAST(document, operationName);
    if (!operation || (isGet && operation.operation !== OperationTypeNode.QUERY)) return undefined;
    return { source: query, queryHash, document, operation, variables };
  }

  async #run(
    client: ClientOperation,
    context: RequestContext,
  ): Promise<OperationResult & Pick<DirectAnswer, 'status' | 'headers'>> {
    try {
      for (const check of this.checks) check(client, context);
      const result = await this.runner.run(client, context);
      const isWrong = result.data === undefined && result.text === undefined;
      return { ...result, status: isWrong ? 400 : 200, headers: [] };
    } catch (cause) {
      const error =
        cause instanceof GraphQLError ? cause : new GraphQLError(String(cause), { originalError: cause as Error });
      const { status = 500, headers = [] } = (error.extensions['http'] ?? {}) as Partial<DirectAnswer>;
      return { errors: [error], status, headers };
    }
  }
}

/** As Apollo Server writes it. @param data, coverage - as JSON; undefined where there is none. */
function textOf(data: string | undefined, errors: readonly GraphQLFormattedError[] = [], coverage?: string): string {
  const members = [
    ...(errors.length > 0 ? [`"errors":${JSON.stringify(errors)}`] : []),
    ...(data === undefined ? [] : [`"data":${data}`]),
    ...(coverage === undefined ? [] : [`"extensions":{"coverage":${coverage}}`]),
  ];
  // To join them would copy the whole.
  return `{${members.reduce((all, one) => `${all},${one}`)}}\n`;
}
