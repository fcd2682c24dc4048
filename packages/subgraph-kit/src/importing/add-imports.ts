import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { refusalOf } from '../access/guard';
import { accessOf } from '../access/operation-access';
import { recordAccess } from '../access/record-access';
import { describeError } from '../server/describe-error';
import { isLimitError } from '../limits/limit-error';
import { serverErrorMessage } from '../server/errors';
import type { SubgraphContext } from '../subgraph-context';
import { describeImportable } from './describe-records';
import { importFile } from './import-file';
import { commandName, type Importable } from './importable';
import { listImports, recordOfImport } from './list-imports';
import { ImportRefused } from './problems';
import { spool } from './spool';
import { undoImport } from './undo-import';

/** How long an import may take, in milliseconds. */
export const IMPORT_MS = 600_000;

/** The door of an own API, by which imports come in as all else does. */
export interface ImportDoor {
  /** Name of the subgraph. */
  subgraph: string;
  /** Finds out who asks, and counts the request; throws to refuse it. */
  admit(request: FastifyRequest, reply: FastifyReply): Promise<void>;
  inTurn<Result>(request: FastifyRequest, work: () => Promise<Result>): Promise<Result>;
  contextOf(request: FastifyRequest): SubgraphContext;
}

interface ImportQuery {
  record?: string;
  file?: string;
  dryRun?: string;
  map?: string;
}

/**
 * Takes files of records at `/own/imports`. The answer is JSON, a line each: `{"rows"}` while it goes on, and at last what came
 * of it, or `{"errors"}`.
 */
export function addImports(app: FastifyInstance, importables: readonly Importable[], door: ImportDoor): void {
  const { subgraph, admit, inTurn, contextOf } = door;
  const allowed = ({ requestIdentity }: SubgraphContext) =>
    importables.filter(({ guard }) => guard === null || refusalOf(guard, requestIdentity) === null);
  void app.register(
    async (scope) => {
      scope.addHook('preHandler', (request, reply) => admit(request, reply));
      scope.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
      scope.setErrorHandler<Error>((error, request, reply) => {
        const isGuards = error instanceof GraphQLError && !isLimitError(error);
        if (!isGuards && !(error instanceof ImportRefused)) throw error;
        return reply
          .code(isGuards ? 403 : error.status)
          .send({ errors: [toldError(error, contextOf(request), subgraph)] });
      });
      scope.get('/records', { exposeHeadRoute: false }, async (request) => {
        return { records: allowed(contextOf(request)).map(describeImportable) };
      });
      scope.get('/', { exposeHeadRoute: false }, async (request) => {
        const context = contextOf(request);
        return { imports: await listImports(context.dataSource, allowed(context)) };
      });
      scope.post<{ Querystring: ImportQuery }>(
        '/',
        { config: { takesFile: true, isOpenEnded: true } },
        (request, reply) => {
          const { record = '', file: fileName = '', dryRun, map = '{}' } = request.query;
          return inTurn(request, async () => {
            const importable = named(importables, record);
            const context = contextOf(request);
            await pass(context, importable, subgraph);
            const file = await spool(request.body as AsyncIterable<Buffer>);
            const work = (progress: (rows: number) => void) => {
              const { dataSource, requestIdentity } = context;
              const mapping = readMapping(map);
              const order = {
                importable,
                file,
                fileName,
                mapping,
                isDryRun: dryRun === 'true',
                requestIdentity,
                dataSource,
              };
              return importFile({ ...order, progress });
            };
            await answer(reply, context, subgraph, work).finally(() => file.close());
          });
        },
      );
      scope.post<{ Params: { id: string } }>('/:id/undo', { config: { isOpenEnded: true } }, (request, reply) =>
        inTurn(request, async () => {
          const { id } = request.params;
          const context = contextOf(request);
          const { dataSource, requestIdentity } = context;
          const recordType = await recordOfImport(dataSource, id);
          const importable = importables.find(({ definition }) => definition.name === recordType);
          if (!importable)
            throw new ImportRefused('IMPORT_UNKNOWN', `There is no import ${id}. GET /own/imports lists them.`);
          await pass(context, importable, subgraph);
          await answer(reply, context, subgraph, (progress) =>
            undoImport({ id, importable, requestIdentity, dataSource, progress }),
          );
        }),
      );
    },
    { prefix: '/own/imports' },
  );
}

/** The record of a name on the command line, or of its mutation. */
function named(importables: readonly Importable[], record: string): Importable {
  const found = importables.find(({ definition }) =>
    [commandName(definition), definition.name, definition.mutation].includes(record),
  );
  if (found?.columns) return found;
  const names = importables.flatMap(({ columns, definition }) => (columns ? commandName(definition) : [])).join(', ');
  throw new ImportRefused(
    'RECORD_UNKNOWN',
    found?.tooNested ?? `There is no record "${record}". Give one of ${names}.`,
  );
}

/** Past the guard of the record's mutation, and onto the record of access where that is about children. */
async function pass(context: SubgraphContext, { guard }: Importable, subgraph: string): Promise<void> {
  let errors: unknown[] = [];
  try {
    if (guard) accessOf(context).pass(guard);
  } catch (error) {
    errors = [error];
  }
  await recordAccess(context, { subgraph, operation: 'import', source: 'import', data: {}, errors });
  if (errors.length > 0) throw errors[0];
}

function readMapping(text: string): Record<string, string> {
  const problem = new ImportRefused(
    'MAPPING_INVALID',
    'map must be a JSON object of headers and columns, as {"Date":"heldOn"}.',
  );
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw problem;
    if (Object.values(value).some((column) => typeof column !== 'string')) throw problem;
    return value as Record<string, string>;
  } catch {
    throw problem;
  }
}

/** How often it is told how far the work is, in milliseconds. */
const TOLD_EVERY_MS = 500;

async function answer<Result>(
  reply: FastifyReply,
  context: SubgraphContext,
  subgraph: string,
  work: (progress: (rows: number) => void) => Promise<Result>,
): Promise<void> {
  const lines = new PassThrough();
  const say = (line: unknown) => void (lines.destroyed || lines.write(`${JSON.stringify(line)}\n`));
  void reply.type('application/x-ndjson; charset=utf-8').send(lines);
  let told = performance.now();
  const progress = (rows: number) => {
    if (performance.now() - told < TOLD_EVERY_MS) return;
    told = performance.now();
    say({ rows });
  };
  try {
    say({ result: await work(progress) });
  } catch (error) {
    say({ errors: [toldError(error, context, subgraph)] });
  }
  lines.end();
}

/** An error as all answers of the service have it. What it does not explain is in its log. */
function toldError(error: unknown, { logger, requestId }: SubgraphContext, subgraph: string) {
  if (error instanceof ImportRefused) return { message: error.message, extensions: { code: error.code } };
  if (error instanceof GraphQLError && error.extensions['code']) {
    return { message: error.message, extensions: { code: error.extensions['code'] } };
  }
  logger.error({ error: describeError(error) }, 'import failed');
  const code = 'INTERNAL_SERVER_ERROR';
  return { message: serverErrorMessage(code, subgraph, requestId), extensions: { code } };
}
