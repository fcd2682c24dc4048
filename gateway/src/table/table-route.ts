import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { gatewayStatus } from '../errors';
import { answerType } from '../http/answer-type';
import { refuseBadToken } from '../identity/identify';
import { limitDocuments } from '../limits/document-limits';
import type { DirectAnswer } from '../operation/direct-answers';
import { askedByAddress, putAddressed, type AddressedRequest } from '../saved/asked-by-address';
import { savedBy } from '../saved/put-document';
import type { SavedRouteOptions } from '../saved/saved-route';
import type { SupergraphInUse } from '../supergraph/supergraph-in-use';
import { csvFile } from './csv-file';
import type { Page } from './pages';
import { tableLines } from './table-lines';
import { TableNotes } from './table-notes';
import { TableQuestion } from './table-question';
import { tableShape, type Column } from './table-shape';
import type { Cell } from './units';
import { xlsxFile } from './xlsx-file';

/** A kind of file, and how lines become one. */
interface Format {
  type: string;
  write(lines: AsyncIterable<Cell[]>, columns: readonly Column[]): Promise<Readable>;
}

const FORMATS: Readonly<Record<string, Format>> = {
  csv: { type: 'text/csv; charset=utf-8; header=present', write: async (lines) => csvFile(lines) },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: xlsxFile },
};

interface TableRouteOptions extends SavedRouteOptions {
  inUse: SupergraphInUse;
}

/** Serves each saved operation as a table too, at its address with the ending of a kind of file. */
export function addTables(door: FastifyInstance, options: TableRouteOptions): void {
  const { saved, inUse, direct, questions, points } = options;
  const preHandler = [putAddressed(saved), limitDocuments(points)];
  for (const [ending, { type, write }] of Object.entries(FORMATS)) {
    const route = { preParsing: refuseBadToken, preHandler, exposeHeadRoute: false };
    door.get<AddressedRequest>(`/operations/:operation.${ending}`, route, async (request, reply) => {
      const asked = askedByAddress(saved, request);
      const operation = savedBy(saved, request.params.operation);
      const { schema, coverage } = inUse.current;
      const shape = tableShape(schema, asked.document, asked.operation);
      const notes = new TableNotes(operation, asked.variables, shape, coverage);
      const question = new TableQuestion(asked, { request, reply, questions, direct }, notes);
      const answered = await question.first();
      const first = question.take(answered);
      if (!first || isNothing(first)) return refuse(request, reply, answered, first);
      const lines = tableLines(shape, question.pages(first, shape.paged), notes);
      void reply.type(type).header('cache-control', 'no-store');
      void reply.header('content-disposition', `attachment; filename="${operation.name}.${ending}"`);
      return reply.send(await write(lines, shape.columns));
    });
  }
}

/** Whether nothing of an answer came. It is empty, and no table, where that has a reason. */
const isNothing = ({ data, errors }: Page) =>
  errors.length > 0 && Object.values(data ?? {}).every((value) => value === null);

/** Answers as the operation itself would be; by the status of its first error, so that no program takes it for a table. */
function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, headers, text }: DirectAnswer,
  page: Page | null,
) {
  const reason = page && (gatewayStatus(page.errors[0]?.extensions?.['code']) ?? 502);
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.header('cache-control', 'no-store').type(answerType(request));
  return reply.code(reason ?? status).send(text);
}
