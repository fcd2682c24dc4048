import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import {
  buildSchema,
  execute,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLUnionType,
  parse,
  validate,
  type GraphQLSchema,
} from 'graphql';
import type { SubgraphRequest } from '../src/subgraphs/subgraph-client';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@shareable", "@external", "@requires", "@inaccessible", "@tag", "@authenticated", "@requiresScopes", "@cost", "@listSize"])\n`;

const DIRECTIVES = `
  directive @key(fields: String!) repeatable on OBJECT | INTERFACE
  directive @shareable on OBJECT | FIELD_DEFINITION
  directive @external on FIELD_DEFINITION
  directive @requires(fields: String!) on FIELD_DEFINITION
  directive @tag(name: String!) repeatable on OBJECT | FIELD_DEFINITION
  directive @authenticated on OBJECT | FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
  directive @inaccessible on FIELD_DEFINITION | OBJECT | ENUM_VALUE
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
`;

type Fields = Record<string, unknown>;

/** What a toy subgraph is made of. */
export interface ToyDefinition {
  name: string;
  /** Its federation schema, without `@link`. */
  sdl: string;
  /** Values or functions of the query fields. */
  query?: Fields;
  /** Gives the entity of a representation; may throw. */
  entity?(representation: Fields): Fields | null;
}

/** A subgraph by hand: enough of federation to test a gateway with, and no more. */
export class ToySubgraph {
  readonly name: string;
  /** The schema that it says it has. */
  sdl: string;
  readonly schema: GraphQLSchema;
  /** The operations received since the start, without the question for the schema. */
  readonly received: (SubgraphRequest & {
    requestId: string | undefined;
    authorization: string | undefined;
    traceparent: string | undefined;
    /** How long its answer is waited for, in milliseconds. */
    deadlineMs: number;
    /** When it came, in milliseconds of this process. */
    at: number;
  })[] = [];
  /** Requests of any kind that have come in, also while it hung. */
  reached = 0;
  /** Requests whose asker went before the answer. */
  cut = 0;
  /** Goes with every answer, if set. */
  extensions: Record<string, unknown> | undefined;
  /** How long each answer is held back, in milliseconds. */
  delayMs = 0;
  /** Answers every operation with this instead, if set. */
  reply: { status: number; body: string } | undefined;
  #app: FastifyInstance | undefined;
  #port = 0;
  readonly #hanging = new Gate();
  readonly #holding = new Gate();

  constructor(private readonly definition: ToyDefinition) {
    this.name = definition.name;
    this.sdl = LINK + definition.sdl;
    this.schema = executableSchema(definition.sdl);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  /** Listens on the port of the last time, or at first on any free one. */
  async start(): Promise<this> {
    const app = fastify({ forceCloseConnections: true });
    app.addHook('onRequest', async (_, reply) => {
      this.reached += 1;
      reply.raw.once('close', () => (this.cut += reply.raw.writableFinished ? 0 : 1));
      await this.#hanging.passed;
    });
    app.get('/health/live', () => ({ status: 'live' }));
    app.get('/health/ready', () => ({ status: 'ready' }));
    app.post<{ Body: SubgraphRequest }>('/graphql', async (request, reply) => {
      const { body, headers } = request;
      if (!body.query.includes('_service')) {
        const { authorization } = headers;
        this.received.push({
          ...{ ...body, requestId: headers['x-request-id']?.toString(), authorization, at: performance.now() },
          deadlineMs: Number(headers['x-deadline-ms']),
          traceparent: headers['traceparent']?.toString(),
        });
        await this.#holding.passed;
        await sleep(this.delayMs);
        if (this.reply) return reply.code(this.reply.status).send(this.reply.body);
      }
      const result = await this.execute(body);
      return this.extensions ? { ...result, extensions: this.extensions } : result;
    });
    await app.listen({ host: '127.0.0.1', port: this.#port });
    this.#port = (app.server.address() as AddressInfo).port;
    this.#app = app;
    return this;
  }

  /** Answers nothing, as a process that was stopped would; not even whether it lives. */
  hang(): void {
    this.#hanging.shut();
  }

  /** Lives, and answers no operation. */
  hold(): void {
    this.#holding.shut();
  }

  /** Answers again, first what has come meanwhile. */
  resume(): void {
    this.#hanging.open();
    this.#holding.open();
  }

  /** Drops every connection, as a killed process would. */
  async kill(): Promise<void> {
    // What hangs would else keep the process of the test.
    setImmediate(() => this.resume());
    await this.#app?.close();
    this.#app = undefined;
  }

  /** Answers without the network. */
  async execute({ query, variables, operationName }: SubgraphRequest) {
    const document = parse(query);
    const problems = validate(this.schema, document);
    if (problems.length > 0) return { errors: problems.map((problem) => problem.toJSON()) };
    const { entity = () => null } = this.definition;
    const rootValue = {
      ...this.definition.query,
      _service: { sdl: this.sdl },
      _entities: ({ representations }: { representations: Fields[] }) =>
        representations.map((representation) => {
          try {
            const found = entity(representation);
            return found && { __typename: representation['__typename'], ...found };
          } catch (error) {
            return error;
          }
        }),
    };
    const result = await execute({
      schema: this.schema,
      document,
      rootValue,
      variableValues: variables,
      operationName,
    });
    return JSON.parse(JSON.stringify(result)) as typeof result;
  }
}

/** Lets everything through unless it is shut. */
class Gate {
  passed: Promise<void> | undefined;
  #open = () => {};

  shut(): void {
    this.passed ??= new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    this.#open();
    this.passed = undefined;
  }
}

function executableSchema(sdl: string): GraphQLSchema {
  const plain = buildSchema(DIRECTIVES + sdl);
  const entities = Object.values(plain.getTypeMap()).filter(
    (type) => type instanceof GraphQLObjectType && type.astNode?.directives?.some(({ name }) => name.value === 'key'),
  );
  const query = /type Query\b/.test(sdl) ? 'extend type Query' : 'type Query';
  const union = entities.map(({ name }) => name).join(' | ');
  const machinery = `
    scalar _Any
    type _Service { sdl: String! }
    ${union && `union _Entity = ${union}`}
    ${query} { _service: _Service! ${union && '_entities(representations: [_Any!]!): [_Entity]!'} }
  `;
  const schema = buildSchema(DIRECTIVES + sdl + machinery);
  const { _Any: any, _Entity: entity } = schema.getTypeMap();
  if (any instanceof GraphQLScalarType) any.parseValue = (value) => value;
  if (entity instanceof GraphQLUnionType) {
    entity.resolveType = (value: unknown) => (value as { __typename: string }).__typename;
  }
  return schema;
}
