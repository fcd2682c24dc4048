import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/** Lets the pages of the allowed origins ask from a browser; cookies mean nothing here, so none are let through. */
export async function addCors(app: FastifyInstance, origins: string[]): Promise<void> {
  if (origins.length === 0) return;
  await app.register(cors, {
    origin: origins,
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'x-purpose', 'x-reason', 'x-request-id'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    credentials: false,
    maxAge: 600,
  });
}
