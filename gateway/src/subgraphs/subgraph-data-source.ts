import type { GraphQLDataSource } from '@apollo/gateway';
import { withoutValues } from '@hub/access';
import type { Logger } from 'pino';
import { missingPaths, nearestAsked } from './asked-paths';
import { EntityBatcher, isEntityFetch, type SendRequest } from './entity-batching';
import { requestIdentityOf } from '../identity/request-identity';
import { maskSubgraphError } from '../operation/mask-errors';
import type { RequestContext } from '../operation/request-context';
import type { AskedSubgraph } from './absent-subgraph';
import type { SubgraphRequest } from './subgraph-client';
import { SubgraphUnavailable, subgraphUnavailableError } from './subgraph-unavailable';

type ProcessOptions = Parameters<GraphQLDataSource<RequestContext>['process']>[0];
type GatewayResponse = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * How the stock executor reaches one subgraph, in place of `RemoteGraphQLDataSource`, which has no
 * time limit and puts the subgraph's address and body into errors.
 */
export class SubgraphDataSource implements GraphQLDataSource<RequestContext> {
  readonly #batcher = new EntityBatcher();

  constructor(
    private readonly client: AskedSubgraph,
    private readonly log: Logger,
  ) {}

  async process(options: ProcessOptions): Promise<GatewayResponse> {
    if (!('incomingRequestContext' in options)) {
      throw new Error(`Subgraphs are asked for a client's operations only, not: ${options.kind}.`);
    }
    const { incomingRequestContext: incoming, pathInIncomingRequest: path = [] } = options;
    const { requestId, trail, asker, deadline, span, explaining } = incoming.context;
    const document = incoming.document!;
    const request: SubgraphRequest = {
      query: options.request.query ?? '',
      variables: options.request.variables,
      operationName: options.request.operationName,
    };

    const isEntities = isEntityFetch(request);
    // A mutation's fetches of entities come after it, and only read.
    const isRepeatable = isEntities || incoming.operation?.operation !== 'mutation';

    // Logged here and not where it is caught: a batch fails once, for many fetches.
    const send: SendRequest = async (wire) => {
      trail.noteAsked(this.client.name);
      try {
        const options = { asker: asker.key, deadline, span, isRepeatable };
        const sent = this.client.send(wire, requestIdentityOf(incoming.context), options);
        const response = await (explaining ? explaining.requests.during(this.client.name, wire, sent) : sent);
        trail.noteAnswer(this.client.name, response);
        return response;
      } catch (error) {
        const { subgraph, reason } = error as SubgraphUnavailable;
        this.log.warn({ requestId, subgraph, reason }, 'A subgraph did not answer.');
        throw error;
      }
    };

    try {
      const { data, errors } = isEntities ? await this.#batcher.fetch(incoming, request, send) : await send(request);
      if (!errors?.length) return { data: data ?? null };

      const causes = errors.map(({ message, extensions }) => ({
        message: withoutValues(message),
        code: extensions?.['code'],
      }));
      this.log.warn({ requestId, subgraph: this.client.name, causes }, 'A subgraph gave errors.');
      // Under a list the gateway would give the index among the representations as if it were
      // the index in the response, so the place is named without any.
      const pathIsWrong = path.includes('@');
      return {
        data: data ?? null,
        errors: errors.map((error) => {
          const masked = maskSubgraphError(error, this.client.name, requestId);
          if (!pathIsWrong) return masked;
          const place = nearestAsked(document, [...path, ...(error.path ?? []).slice(1)]);
          return {
            message: masked.message,
            extensions: { ...masked.extensions, paths: [place] },
          };
        }) as unknown as NonNullable<GatewayResponse['errors']>,
      };
    } catch (error) {
      const isKnown = error instanceof SubgraphUnavailable;
      if (!isKnown) this.log.error({ requestId, subgraph: this.client.name, err: error }, 'A fetch failed.');
      const code = isKnown ? error.code : undefined;
      throw subgraphUnavailableError(this.client.name, missingPaths(document, path, request.query), code);
    }
  }
}
