import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { OperationRunner } from './operation-runner';
import type { RequestContext } from './request-context';
import type { ServedSupergraph } from '../supergraph/served-supergraph';

type Gateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
type Loading = ReturnType<Gateway['load']>;
type Executor = NonNullable<Awaited<Loading>['executor']>;
type OnSchema = Parameters<Gateway['onSchemaLoadOrUpdate']>[0];

/** What Apollo Server knows of the supergraph in use: its schema, and that operations can be run. */
export class ServedGateway implements Gateway {
  constructor(private readonly runner: OperationRunner) {}

  onSchemaLoadOrUpdate(listener: OnSchema): () => void {
    const tell = ({ schema: apiSchema, sdl: coreSupergraphSdl }: ServedSupergraph) =>
      listener({ apiSchema, coreSupergraphSdl });
    // Apollo Server asks for it before it loads.
    tell(this.runner.served);
    return this.runner.inUse.onSwitch(tell);
  }

  async load(): Loading {
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
