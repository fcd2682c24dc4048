import { Refusal, problem } from '@hub/subgraph-kit';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The id that a caller gave to a mutation, in lower case.
 *
 * @throws Refusal where it is no UUID.
 */
export function requireUuid(id: string): string {
  const uuid = id.toLowerCase();
  if (UUID.test(uuid)) return uuid;
  const message =
    'It is no UUID. Make a new random one for each thing you record, and give the same to record it again.';
  throw new Refusal(problem('id', 'ID_INVALID', message));
}

/** The id of the movement that a notice or an arrival makes: its UUID, as 26 digits of base 32. */
export function movementIdOf(uuid: string): string {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let digits = '';
  for (let place = 0; place < 26; place += 1, bits >>= 5n) digits = CROCKFORD[Number(bits & 31n)] + digits;
  return `movement:${digits}`;
}
