import { termEnd } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { seatById } from '../governance-loaders';
import type { AppointmentRecord } from './appointment-row';

/** The day the term of an appointment ends, by the years that the document gives the seat; null where it gives none. */
export async function termEndOf(
  context: SubgraphContext,
  { seatId, appointedOn }: AppointmentRecord,
): Promise<string | null> {
  const years = seatId === null ? null : ((await seatById(context, seatId))?.termYears ?? null);
  return years === null ? null : termEnd(appointedOn, years);
}
