import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { ExploredApi } from './explored-api';

/** Where `pnpm build:page` puts the page. */
const PAGE_FOLDER = join(__dirname, '..', 'page', 'dist');

/** Serves the explorer of an API at `/explorer`, and sends `/` there. */
export async function addExplorer(app: FastifyInstance, api: ExploredApi, folder = PAGE_FOLDER): Promise<void> {
  app.get('/', (_, reply) => reply.redirect('/explorer'));
  app.get('/explorer/api.json', () => api);

  if (!existsSync(join(folder, 'index.html'))) {
    const message = 'The explorer is not built. Run "pnpm --filter @hub/explorer build:page".\n';
    app.get('/explorer', (_, reply) => reply.code(503).type('text/plain').send(message));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix: '/explorer',
    // Or it would overwrite the header that is set below.
    cacheControl: false,
    // Vite names everything under assets/ by its content.
    setHeaders: (reply, path) =>
      void reply.setHeader(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  // Vite's addresses begin with /explorer/, so the page is the same without the last slash.
  app.get('/explorer', (_, reply) => reply.sendFile('index.html'));
}
