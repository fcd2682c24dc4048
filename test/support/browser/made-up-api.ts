import { addExplorer, EXPLORER_SOURCES, type SavedExample } from '@hub/explorer';
import { securityHeaders } from '@hub/http';
import fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, graphql, GraphQLError } from 'graphql';

const SCHEMA = buildSchema(`
  "All that can be asked."
  type Query {
    "Partnerships that publish to London."
    partnerships(first: Int = 10): [Partnership!]!
    "Needs a token."
    budget: Budget
  }
  "Works for the children of one or several authorities."
  type Partnership { id: ID!, "What it is called." name: String!, bodies: [String!] }
  type Budget { pence: Int!, status: Status! }
  enum Status { "Not agreed yet." DRAFT, AGREED }
`);

const example = (name: string, subject: string, query: string, role: string | null = null): SavedExample => ({
  ...{ name, subject, query, role, title: `Question of ${name}`, about: `What ${name} says of each partnership.` },
  variables: query.includes('$') ? '{\n  "first": 2\n}' : '',
});

/** Examples whose answers are whole, cut short and refused. */
export const MADE_UP_EXAMPLES: readonly SavedExample[] = [
  example(
    'names',
    'Governance',
    'query Names($first: Int) {\n  partnerships(first: $first) {\n    id\n    name\n  }\n}',
  ),
  example('bodies', 'Governance', 'query Bodies {\n  partnerships {\n    name\n    bodies\n  }\n}'),
  example('budget', 'Money', 'query Budget {\n  budget {\n    pence\n    status\n  }\n}', 'analyst'),
];

const ROLES = [
  { name: 'analyst', description: 'Asks.', partnership: 'none', organisation: 'any', purposes: [] },
  {
    ...{ name: 'duty-team', description: 'Acts.', partnership: 'required', organisation: 'local-authority' },
    purposes: ['SERIOUS_INCIDENT'],
  },
];

/** A small API with its explorer, as a hub serves one, whose partnership Lambeth does not answer. Listens at loopback. */
export async function startMadeUpApi(): Promise<{ url: string; app: FastifyInstance }> {
  const app = fastify();
  const secure = securityHeaders(EXPLORER_SOURCES);
  app.addHook('onSend', async (request, reply) => secure(request, reply));
  await addExplorer(app, {
    ...{ title: 'London made up', path: '/graphql', tablesPath: '/operations' },
    examples: MADE_UP_EXAMPLES,
  });
  app.get('/explorer/roles.json', () => ({ roles: ROLES, partnerships: ['havering', 'lambeth'] }));
  app.post('/explorer/token', () => ({ token: 'made-up' }));
  app.get<{ Params: { file: string }; Querystring: { variables?: string } }>(
    '/operations/:file',
    async ({ params, query, headers }, reply) => {
      if (params.file.startsWith('bodies')) return reply.code(503).send({ errors: [{ message: 'No table today.' }] });
      return `${params.file},${query.variables},${headers.authorization}`;
    },
  );
  app.post<{ Body: { query: string; variables?: Record<string, unknown> } }>('/graphql', async ({ body, headers }) => {
    const missing = [{ id: 'lambeth', code: 'SUBGRAPH_UNAVAILABLE', reason: 'Lambeth did not answer.' }];
    const { data, errors } = await graphql({
      schema: SCHEMA,
      source: body.query,
      variableValues: body.variables,
      rootValue: {
        partnerships: [
          { id: 'havering', name: 'Havering', bodies: ['Executive'] },
          { id: 'lambeth', name: 'Lambeth', bodies: () => refuse('SUBGRAPH_UNAVAILABLE', 'Lambeth did not answer.') },
        ],
        budget: () =>
          headers.authorization
            ? { pence: 100, status: 'AGREED' }
            : refuse('UNAUTHORIZED_FIELD_OR_TYPE', 'You may not see budget: it needs budget:read.'),
      },
    });
    const isCutShort = errors?.some(({ path }) => path?.includes('bodies'));
    return {
      ...{ data, errors },
      ...(isCutShort && { extensions: { coverage: { expected: 2, answered: 1, answeredBy: ['havering'], missing } } }),
    };
  });
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

function refuse(code: string, message: string): never {
  throw new GraphQLError(message, { extensions: { code } });
}
