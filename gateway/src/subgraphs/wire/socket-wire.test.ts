import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { SubgraphClient } from '../subgraph-client';
import { Deadline } from '../../operation/deadline';
import { forSomebody } from '../../../testing/for-somebody';
import { answerOf, ScriptedServer } from '../../../testing/scripted-server';

const REQUEST_IDENTITY = { caller: null, declared: null, requestId: 'r1', alert: null, isHub: true };

describe('sockets of our own', () => {
  it('do not take a second answer for that to the next request, which is sent as soon as the first is there', async () => {
    const server = await new ScriptedServer(({ body, socket }) => {
      socket.write(answerOf(`first ${body.toString()}`), () => socket.write(answerOf(`second ${body.toString()}`)));
    }).start();
    const client = new SubgraphClient({ name: 'lambeth', urls: [server.url], connections: 1 });
    const texts: string[] = [];
    await new Promise<void>((resolve) => {
      const ask = (count: number) => {
        client.post(String(count), REQUEST_IDENTITY, forSomebody(), (failure, text) => {
          texts.push(failure?.message ?? text);
          if (count < 20) ask(count + 1);
          else resolve();
        });
      };
      ask(1);
    });
    expect(texts).toEqual(Array.from({ length: 20 }, (_, index) => `first ${index + 1}`));
    await client.close();
    await server.stop();
  });

  it('are used again, and not longer than the server keeps them', async () => {
    const server = await new ScriptedServer(({ body, socket }) => {
      socket.write(answerOf(body.toString(), `HTTP/1.1 200 OK\r\nkeep-alive: timeout=${body.toString()}`));
    }).start();
    const client = new SubgraphClient({ name: 'lambeth', urls: [server.url] });
    const ask = (body: string) =>
      new Promise<void>((resolve) => {
        client.post(body, REQUEST_IDENTITY, forSomebody(), () => setImmediate(() => setImmediate(resolve)));
      });
    // A second is the margin: what is kept for no longer is not used again.
    for (const seconds of ['60', '60', '1', '60']) await ask(seconds);
    const [first, second, third, fourth] = server.received.map(({ socket }) => socket);
    expect([first === second, second === third, third === fourth]).toEqual([true, true, false]);
    await client.close();
    await server.stop();
  });

  it('are not used for `https:`', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new SubgraphClient({ name: 'lambeth', urls: [`https://127.0.0.1:${port}/graphql`] });
    const failed = client.send({ query: '{ a }' }, REQUEST_IDENTITY, forSomebody({ deadline: new Deadline(60_000) }));
    const [socket] = (await once(server, 'connection')) as [Socket];
    const [bytes] = (await once(socket, 'data')) as [Buffer];
    // A record of TLS that shakes hands.
    expect(bytes[0]).toBe(22);
    socket.destroy();
    server.close();
    await expect(failed).rejects.toHaveProperty('code', 'SUBGRAPH_UNAVAILABLE');
    await client.close();
  });
});
