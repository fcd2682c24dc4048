import type { Body, DocumentChange, Seat, StatutoryPartner } from '@hub/contract';

/** What of a governing document is compared with another. */
export interface DocumentSays {
  bodies: readonly (Pick<Body, 'id' | 'name' | 'meetingFrequency' | 'quorum' | 'chairArrangement' | 'sources'> & {
    seats: readonly Pick<Seat, 'title' | 'places'>[];
  })[];
  statutoryPartners: readonly Pick<StatutoryPartner, 'sector' | 'agency' | 'leadRepresentative' | 'sources'>[];
  obligations: readonly { id: string; rule: string; clauseId: string | null }[];
}

/** One thing that a document says of something, in words; null where it says nothing. */
interface Said {
  of: string;
  what: string;
  text: string | null;
  sources: readonly string[];
}

/**
 * What the later document says otherwise than the earlier, in the order of the later and then what it no longer says. A body,
 * a partner or an obligation that stands in one alone has null on the other side.
 */
export function documentChanges(earlier: DocumentSays, later: DocumentSays): DocumentChange[] {
  const [before, after] = [saidBy(earlier), saidBy(later)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if ((was?.text ?? null) === (is?.text ?? null)) return [];
    const { of, what } = (is ?? was)!;
    const sources = [...new Set([...(was?.sources ?? []), ...(is?.sources ?? [])])];
    return [{ of, what, earlier: was?.text ?? null, later: is?.text ?? null, sources }];
  });
}

function saidBy({ bodies, statutoryPartners, obligations }: DocumentSays): Map<string, Said> {
  const said: Said[] = [
    ...statutoryPartners.map(({ sector, agency, leadRepresentative, sources }) => ({
      ...{ of: agency.id, what: 'statutory partner', sources },
      text: leadRepresentative === null ? sector : `${sector}, led by ${leadRepresentative}`,
    })),
    ...bodies.flatMap(({ id, name, meetingFrequency, quorum, chairArrangement, seats, sources }) => [
      { of: id, what: 'name', text: name, sources },
      { of: id, what: 'frequency', text: meetingFrequency, sources },
      { of: id, what: 'quorum', text: quorum, sources },
      { of: id, what: 'chair', text: chairArrangement?.description ?? null, sources },
      { of: id, what: 'vice-chair', text: chairArrangement?.viceChairDescription ?? null, sources },
      { of: id, what: 'seats', text: seats.length > 0 ? seats.map(seatInWords).join('; ') : null, sources },
    ]),
    ...obligations.map(({ id, rule, clauseId }) => ({
      ...{ of: id, what: 'obligation', text: rule, sources: clauseId === null ? [] : [clauseId] },
    })),
  ];
  return new Map(said.map((one) => [`${one.of}/${one.what}`, one]));
}

const seatInWords = ({ title, places }: Pick<Seat, 'title' | 'places'>) =>
  places === null ? title : `${title} (${places})`;
