import type { z } from 'zod';
import type { bodiesFile } from './facts-schema';

type BodyAsWritten = z.infer<typeof bodiesFile>[number];

/** A body, each of its seats with the global id by which it is known. */
export interface BodyFacts extends Omit<BodyAsWritten, 'seats'> {
  seats: (BodyAsWritten['seats'][number] & { id: string })[];
}

/**
 * Bodies with the ids of their seats: a seat is a line of one membership list, the third of a body as `…-executive:3`.
 *
 * @param followedFrom - from when the document is worked to, where it followed another: then it is `…-executive:2021:3`.
 */
export function withSeatIds(bodies: readonly BodyAsWritten[], followedFrom: string | null = null): BodyFacts[] {
  const idOf = (body: string, index: number) =>
    [body, ...(followedFrom === null ? [] : [followedFrom]), index + 1].join(':');
  return bodies.map((body) => ({
    ...body,
    seats: body.seats.map((seat, index) => ({ ...seat, id: idOf(body.id, index) })),
  }));
}
