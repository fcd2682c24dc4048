import { pino } from 'pino';
import { badRequests, wrongIn } from '../../../test/support/attacks/bad-requests';
import { startGateway, type RunningGateway } from '../gateway-server';
import { ask } from '../../testing/ask';
import { toyConfig } from '../../testing/toy-config';
import { ToySubgraph } from '../../testing/toy-subgraphs';

const lines: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
const toy = new ToySubgraph({
  name: 'london-scp',
  sdl: 'type Query { greeting: String @tag(name: "public") }',
  query: { greeting: 'Hello' },
});
let gateway: RunningGateway;

beforeAll(async () => {
  await toy.start();
  gateway = await startGateway(toyConfig([toy], { RATE_LIMIT_PER_MINUTE: '1000000' }), log);
});
beforeEach(() => void (lines.length = 0));
afterAll(async () => {
  await gateway?.stop();
  await toy.kill();
});

describe('a mistake of the client', () => {
  it.each(badRequests('gateway').map((bad) => [bad.name, bad] as const))(
    'is refused with its code, and is not a failure in the log: %s',
    async (_, bad) => {
      expect(await wrongIn(gateway.url, bad)).toBeNull();
      expect(lines.filter((line) => /"level":[56]0|"stack"/.test(line))).toEqual([]);
      expect(toy.received).toEqual([]);
    },
  );

  it('names the feed to who subscribes', async () => {
    const { status, errors } = await ask(gateway.url, 'subscription { movements { id } }');
    expect([status, errors]).toEqual([
      400,
      [
        expect.objectContaining({
          message: expect.stringContaining('/feed'),
          extensions: { code: 'SUBSCRIPTION_NOT_SERVED' },
        }),
      ],
    ]);
  });
});
