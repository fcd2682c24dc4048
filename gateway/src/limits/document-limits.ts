import { askerOf, passedLimit, TEXT_LIMITS, textCost, textShape, type CallerAllowance } from '@hub/limits';
import type { FastifyRequest } from 'fastify';
import { RequestRefused } from '../http/http-errors';

declare module 'fastify' {
  interface FastifyRequest {
    /** Points that were taken for its document. */
    documentCost: number;
  }
}

/**
 * Looks at the document of a request before it is parsed: one that would be dear to parse, to validate or to refuse is
 * refused here. What is left costs by its length, whatever becomes of it.
 *
 * @throws RequestRefused
 */
export function limitDocuments(points: CallerAllowance) {
  return async (request: FastifyRequest): Promise<void> => {
    const text = documentIn(request.body) ?? documentIn(request.query);
    if (text !== undefined) limitDocument(request, text, points);
  };
}

/**
 * The same of one document, wherever it stands.
 *
 * @throws RequestRefused
 */
export function limitDocument(request: FastifyRequest, text: string, points: CallerAllowance): void {
  const shape = textShape(text, TEXT_LIMITS);
  const cost = textCost(text, shape);
  request.documentCost = cost;
  const mustWait = points.take(askerOf(request.caller, request.ip), cost);
  if (mustWait) {
    throw new RequestRefused(
      'COST_LIMITED',
      { what: 'To read the document', cost, ...mustWait },
      { 'retry-after': String(mustWait.seconds) },
    );
  }
  const passed = passedLimit(shape, TEXT_LIMITS);
  if (passed) throw new RequestRefused('DOCUMENT_TOO_LARGE', passed);
}

function documentIn(value: unknown): string | undefined {
  const { query } = typeof value === 'object' && value !== null ? (value as { query?: unknown }) : {};
  return typeof query === 'string' ? query : undefined;
}
