import { gunzipSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { compressAnswers } from './compress-answers';

const LARGE = JSON.stringify({ data: Array.from({ length: 2000 }, (_, index) => ({ id: `movement:${index}` })) });
const apps: FastifyInstance[] = [];

afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

async function serve(mayBe = true) {
  const app = fastify();
  apps.push(app);
  compressAnswers(app, () => mayBe);
  app.get('/large', (_, reply) => reply.type('application/json').send(LARGE));
  app.get('/small', (_, reply) => reply.type('application/json').send('{}'));
  app.get('/encoded', (_, reply) => reply.header('content-encoding', 'identity').send(LARGE));
  app.get('/varied', (_, reply) => reply.header('vary', 'Origin').send(LARGE));
  const get = (url: string, encodings = 'gzip, br') => app.inject({ url, headers: { 'accept-encoding': encodings } });
  return { app, get };
}

it('a large answer is compressed for who takes it, and says that it would be another for others', async () => {
  const { get } = await serve();
  const { headers, rawPayload } = await get('/large');
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(Number(headers['content-length'])).toBe(rawPayload.length);
  expect(rawPayload.length).toBeLessThan(LARGE.length / 5);
  expect(gunzipSync(rawPayload).toString()).toBe(LARGE);
  expect((await get('/varied')).headers['vary']).toBe('Origin, accept-encoding');
});

it.each([
  ['small', '/small', 'gzip'],
  ['for who does not take it', '/large', 'br, deflate'],
  ['for who refuses it', '/large', 'identity, gzip;q=0'],
  ['encoded already', '/encoded', 'gzip'],
])('an answer stays as it is: %s', async (_, url, encodings) => {
  const { get } = await serve();
  const { headers, payload } = await get(url, encodings);
  expect(headers['content-encoding']).not.toBe('gzip');
  expect([LARGE, '{}']).toContain(payload);
});

it('an answer whose length would tell something stays as it is', async () => {
  const { get } = await serve(false);
  const { headers, payload } = await get('/large');
  expect([headers['content-encoding'], headers['vary'], payload]).toEqual([undefined, undefined, LARGE]);
});

it('one is compressed at a time, and the others do not wait for it', async () => {
  const { get } = await serve();
  const answers = await Promise.all(Array.from({ length: 8 }, () => get('/large')));
  const encodings = answers.map(({ headers }) => headers['content-encoding']);
  expect(encodings.filter((encoding) => encoding === 'gzip').length).toBeGreaterThan(0);
  expect(encodings.filter((encoding) => encoding === undefined).length).toBeGreaterThan(0);
  expect((await get('/large')).headers['content-encoding']).toBe('gzip');
});
