import { pino } from 'pino';
import { untilEqual } from '../../../test/support/until-equal';
import { ask } from '../../testing/ask';
import { answerOf, ScriptedServer, type Script, type ScriptedRequest } from '../../testing/scripted-server';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import type { SubgraphRequest } from '../subgraphs/subgraph-client';
import { startGateway, type RunningGateway } from '../gateway-server';

/**
 * A partnership fails in every way that there is, under questions of several callers: nobody's answer lacks what another said,
 * every answer says who is missing, and it is back as soon as it answers.
 */
const lambeth = toyBorough('Lambeth');
const well: Script = ({ body, socket }) => {
  void lambeth
    .execute(JSON.parse(body.toString()) as SubgraphRequest)
    .then((answer) => socket.write(answerOf(JSON.stringify(answer))));
};
const server = new ScriptedServer(well);
const toys = [toyLondon(), toyBorough('Havering')];
let gateway: RunningGateway;

beforeAll(async () => {
  await Promise.all([server.start(), ...toys.map((toy) => toy.start())]);
  const { url } = server;
  gateway = await startGateway(
    toyConfig([...toys, { name: 'lambeth', url }], { RATE_LIMIT_PER_MINUTE: '1000000' }),
    pino({ level: 'silent' }),
  );
});
afterAll(async () => {
  await gateway?.stop();
  await Promise.all([server.stop(), ...toys.map((toy) => toy.kill())]);
});

const QUERY = '{ partnerships { id priorities bodies { name } } networks { members { id priorities } } }';

/** What was answered, and who is said to be missing. */
async function answered() {
  const { data, errors = [], text } = await ask(gateway.url, QUERY);
  const { extensions } = JSON.parse(text) as { extensions: { coverage: { missing: { id: string; code: string }[] } } };
  return { data, failing: errors.map((error) => error.extensions['subgraph']), missing: extensions.coverage.missing };
}

const HUGE = 100 * 2 ** 20;
const piece = 'x'.repeat(2 ** 20);

/** Writes until nobody reads any more. */
function flood({ socket }: ScriptedRequest, frame: (text: string) => string): void {
  for (let written = 0; written < HUGE && !socket.destroyed; written += piece.length) socket.write(frame(piece));
}

const FAULTS: [string, Script][] = [
  ['closes the connection', ({ socket }) => void socket.destroy()],
  [
    'resets it in the middle of its answer',
    ({ socket }) => socket.write(answerOf('{"data":{"_entities":[]}}').subarray(0, 50), () => socket.resetAndDestroy()),
  ],
  ['answers garbage', ({ socket }) => void socket.write(answerOf('<html>'))],
  ['answers no HTTP', ({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
  ['answers 500', ({ socket }) => void socket.write(answerOf('{"errors":[]}', 'HTTP/1.1 500 Internal Server Error'))],
  [
    'answers 100 MB',
    (request) => {
      request.socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${HUGE}\r\n\r\n`);
      flood(request, (text) => text);
    },
  ],
  ['does not answer in time', () => undefined],
  [
    'answers 100 MB in chunks',
    (request) => {
      request.socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n');
      flood(request, (text) => `${text.length.toString(16)}\r\n${text}\r\n`);
    },
  ],
];

it.each(FAULTS)('that %s costs its own fields, until it answers again', async (_, script) => {
  const whole = await answered();
  expect([whole.failing, whole.missing]).toEqual([[], []]);
  const isOther = ({ id }: { id: string }) => id !== 'lambeth';
  server.script = script;
  for (const { data, failing, missing } of await Promise.all([answered(), answered(), answered()])) {
    expect(data.partnerships.filter(isOther)).toEqual(whole.data.partnerships.filter(isOther));
    expect(data.networks[0].members.filter(isOther)).toEqual(whole.data.networks[0].members.filter(isOther));
    expect(new Set(failing)).toEqual(new Set(['lambeth']));
    expect(missing).toMatchObject([{ id: 'lambeth', code: 'SUBGRAPH_UNAVAILABLE' }]);
  }
  server.script = well;
  await untilEqual(answered, whole);
});
