import { GraphQLError } from 'graphql';
import { startGuardedGateway } from '../../testing/guarded-gateway';
import type { IncomingOperation } from './operation-runner';
import type { OperationAccess } from '../access/operation-access';

let gateway: Awaited<ReturnType<typeof startGuardedGateway>>;
let seen: OperationAccess[];

const authorise = (access: OperationAccess, { context, operation }: IncomingOperation) => {
  expect(context.access).toBe(access);
  seen.push(access);
  if (operation.name?.value !== 'WithoutPurpose') return;
  throw new GraphQLError('Say what for.', { extensions: { code: 'BAD_REQUEST', http: { status: 403 } } });
};

beforeAll(async () => (gateway = await startGuardedGateway({ authorise })));
beforeEach(() => {
  seen = [];
  gateway.sent();
});
afterAll(() => gateway.stop());

describe('before anything is fetched', () => {
  it('it is told which child-level fields are granted and refused', async () => {
    const query = '{ movements { reason notice { contact } } notices { id } }';
    await gateway.ask(query, ['movements:read']);
    await gateway.ask(query);
    await gateway.ask('{ notices { contact } }', ['networks:read']);
    expect(seen.map(({ childLevel }) => childLevel)).toEqual([
      { granted: ['Movement.notice', 'Movement.reason', 'Query.movements'], refused: [] },
      { granted: [], refused: ['Query.movements'] },
      { granted: [], refused: [] },
    ]);
    expect(seen.map(({ refused }) => refused.map(({ coordinate }) => coordinate))).toEqual([
      ['Notice.contact'],
      ['Query.movements'],
      [],
    ]);
  });

  it('what a variable leaves out counts as not asked for', async () => {
    const query =
      'query($m: Boolean = false) { notices { id ...M @include(if: $m) } } fragment M on Notice { movements { id } }';
    await gateway.ask(query, ['movements:read']);
    await gateway.ask(query, ['movements:read'], { m: true });
    expect(seen.map(({ childLevel }) => childLevel.granted)).toEqual([[], ['Movement.id', 'Notice.movements']]);
  });

  it('the whole operation can be refused', async () => {
    const { status, data, errors } = await gateway.ask('query WithoutPurpose { notices { id } }');
    expect([status, data]).toEqual([403, undefined]);
    expect(errors).toMatchObject([{ message: 'Say what for.', extensions: { code: 'BAD_REQUEST' } }]);
    expect(gateway.sent()).toEqual([]);
  });
});
