import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { OperationRunner } from './operation-runner';
import type { RequestContext } from './request-context';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Loading = ReturnType<Gateway['load']>;
type Executor = NonNullable<Awaited<Loading>['executor']>;
type OnSchema = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

/** What Apollo Server knows of a supergraph: its schema, and that operations can be run. */
export class ServedGateway implements Gateway {
  readonly #listeners = new Set<OnSchema>();

  constructor(private readonly runner: OperationRunner) {}

  onSchemaLoadOrUpdate(listener: OnSchema): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async load(): Loading {
    const { schema: apiSchema, sdl: coreSupergraphSdl } = this.runner.served;
    for (const listener of this.#listeners) listener({ apiSchema, coreSupergraphSdl });
    return { executor: (incoming) => this.#execute(incoming) };
  }

  async stop(): Promise<void> {}

  async #execute(incoming: Parameters<Executor>[0]): ReturnType<Executor> {
    const { source, queryHash, document, operation, request } = incoming;
    const client = { source, queryHash, document, operation, variables: request.variables };
    const { text, errors, coverage, ...result } = await this.runner.run(client, incoming.context as RequestContext);
    const data = text === undefined ? result.data : (JSON.parse(text) as typeof result.data);
    return {
      ...(data !== undefined && { data }),
      ...(errors.length > 0 && { errors }),
      ...(coverage !== undefined && { extensions: { coverage: JSON.parse(coverage) as unknown } }),
    };
  }
}
