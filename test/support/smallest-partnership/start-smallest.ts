import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';

/** The schema of the smallest partnership there can be, as it publishes it. */
export const SMALLEST_SDL = readFileSync(join(__dirname, 'newham.graphql'), 'utf8');

/** What federation asks by. */
const FEDERATION = `
  type Query { _service: _Service! _entities(representations: [_Any!]!): [NewhamPartnership]! }
  type _Service { sdl: String! }
  scalar _Any`;

const executive = {
  ...{ id: 'newham-executive', name: 'Newham Safeguarding Executive', kind: 'EXECUTIVE', quorum: 'NOT_SPECIFIED' },
  ...{ sources: [], otherNames: [], covers: [], seats: [], isRecorded: false, isSynthetic: true },
};

const newham = {
  ...{ __typename: 'NewhamPartnership', id: 'newham', bodies: [executive], statutoryPartners: [], relations: [] },
  termsOfReference: {
    ...{ id: 'newham-terms-of-reference', title: 'Newham arrangements', status: 'PUBLISHED', sources: [] },
    ...{ bodies: [executive], statutoryPartners: [], signatories: [], authorityTests: [], clauses: [] },
    ...{ decisionSignOff: 'NOT_SPECIFIED', minutesSignOff: 'NOT_SPECIFIED' },
  },
};

/** Serves it over HTTP, to whoever asks: all of it is public. */
export async function startSmallest(sdl = SMALLEST_SDL): Promise<{ url: string; close(): Promise<void> }> {
  const schema = buildSchema(sdl + FEDERATION, { assumeValidSDL: true });
  const rootValue = {
    _service: { sdl },
    _entities: ({ representations }: { representations: { id: string }[] }) =>
      representations.map(({ id }) => (id === newham.id ? newham : null)),
  };
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') return response.end('{}');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { query: source, variables } = JSON.parse(Buffer.concat(parts).toString()) as Operation;
    response.end(JSON.stringify(await graphql({ schema, source, rootValue, variableValues: variables ?? {} })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Operation {
  query: string;
  variables?: Record<string, unknown>;
}
