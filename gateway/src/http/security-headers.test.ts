import fastify from 'fastify';
import { addSecurityHeaders } from './security-headers';

const NOTHING = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};
const EXPLORER = {
  ...NOTHING,
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
};

describe('every response', () => {
  const app = fastify();
  addSecurityHeaders(app);
  app.get('/*', () => ({}));
  afterAll(() => app.close());
  const headersOf = async (url: string) => (await app.inject({ url })).headers;

  it('is for nobody else to frame, to embed, to guess at or to refer from', async () => {
    expect(await headersOf('/graphql')).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/./) as string,
    });
  });

  it.each([
    ['/graphql', NOTHING],
    ['/explorers', NOTHING],
    ['/explorer', EXPLORER],
    ['/explorer/assets/main.js', EXPLORER],
    ['/explorer?query=1', EXPLORER],
  ])('lets a page at %s load this much and no more', async (url, allowed) => {
    const policy = String((await headersOf(url))['content-security-policy']);
    const directives = policy.split(';').map((directive) => directive.trim().split(' '));
    expect(Object.fromEntries(directives.map(([name, ...sources]) => [name, sources]))).toEqual(allowed);
  });
});
