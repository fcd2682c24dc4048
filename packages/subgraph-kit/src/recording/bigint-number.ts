import type { ValueTransformer } from 'typeorm';

/** PostgreSQL gives `bigint` as text; pence stay far below 2^53 and are numbers in the domain. */
export const bigintNumber: ValueTransformer = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
