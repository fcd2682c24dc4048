import type { FastifyRequest } from 'fastify';

/** The media type of a refusal: that of GraphQL over HTTP for those who take it, plain JSON for others. */
export function answerType({ headers: { accept = '' } }: Pick<FastifyRequest, 'headers'>): string {
  const isTaken = /application\/graphql-response\+json(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accept);
  return `application/${isTaken ? 'graphql-response+json' : 'json'}; charset=utf-8`;
}
