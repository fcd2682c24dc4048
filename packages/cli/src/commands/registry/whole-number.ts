import { InvalidArgumentError } from 'commander';

/** Reads a whole number from 0. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('Give a whole number, as hub history lists them.');
  return Number(text);
}
