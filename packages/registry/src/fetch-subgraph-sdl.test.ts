import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchSubgraphSdl } from './fetch-subgraph-sdl';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const answer =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status).end(JSON.stringify(body));

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe('fetchSubgraphSdl', () => {
  it('gives the SDL', async () => {
    const url = await serve(answer({ data: { _service: { sdl: 'type A { a: Int }' } } }));
    await expect(fetchSubgraphSdl(url)).resolves.toBe('type A { a: Int }');
  });

  it.each([
    ['HTTP 500', answer({}, 500)],
    ['the answer has no data._service.sdl', answer({ errors: [{ message: 'no' }] })],
    [
      'the answer is larger than 4194304 bytes',
      answer({ data: { _service: { sdl: `# ${'x'.repeat(4 * 2 ** 20)}` } } }),
    ],
    ['its SDL does not parse', answer({ data: { _service: { sdl: 'type {' } } })],
  ])('says which subgraph answered wrongly and how: %s', async (reason, listener) => {
    const url = await serve(listener);
    await expect(fetchSubgraphSdl(url, { name: 'lambeth' })).rejects.toMatchObject({
      code: 'SUBGRAPH_SDL_INVALID',
      subgraph: 'lambeth',
      message: expect.stringContaining(reason),
      remedy: expect.stringContaining('_service'),
    });
  });

  it('signs its question, and asks without a token where one is not understood', async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      asked.push(request.headers.authorization);
      response.writeHead(request.headers.authorization ? 401 : 200);
      response.end(JSON.stringify({ data: { _service: { sdl: 'type A { a: Int }' } } }));
    });
    const sign = (body: string) => `for-${body.length}`;
    await expect(fetchSubgraphSdl(url, { sign })).resolves.toBe('type A { a: Int }');
    expect(asked).toEqual(['Bearer for-32', undefined]);
  });

  it('says what the subgraph says of its refusal', async () => {
    const url = await serve(answer({ errors: [{ message: 'You may not.' }] }, 403));
    await expect(fetchSubgraphSdl(url, { name: 'lambeth' })).rejects.toThrow('HTTP 403: You may not.');
  });

  it('gives up at the time limit', async () => {
    const url = await serve(() => undefined);
    await expect(fetchSubgraphSdl(url, { name: 'lambeth', timeoutMs: 50 })).rejects.toMatchObject({
      code: 'SUBGRAPH_SDL_UNREACHABLE',
      message: 'The subgraph lambeth did not give its schema: no answer within 50 ms.',
    });
  });

  it('says when nothing listens', async () => {
    const url = await serve(answer({}));
    await new Promise((done) => server!.close(done));
    await expect(fetchSubgraphSdl(url, { name: 'lambeth' })).rejects.toMatchObject({
      code: 'SUBGRAPH_SDL_UNREACHABLE',
    });
  });
});
