import type { Missing } from './what-is-missing';

/** So many places of a reason are named; the answer itself has all. */
const PLACES_NAMED = 3;

/** Says what of an answer is missing, and why. Where it is long it scrolls, so the keyboard reaches it. */
export function MissingNote({ missing: { extent, reasons, coverage } }: { missing: Missing }) {
  return (
    <section className={`missing ${extent}`} tabIndex={0} aria-labelledby="missing-heading">
      <h3 id="missing-heading">
        {extent === 'everything' ? 'Nothing was answered' : 'Part of this answer is missing'}
      </h3>
      {coverage && coverage.missing.length > 0 && (
        <p>
          {coverage.answered} of {coverage.expected} partnerships answered in full. Missing in whole or in part:{' '}
          <strong>{coverage.missing.map(({ id }) => id).join(', ')}</strong>.
        </p>
      )}
      <ul>
        {reasons.map(({ message, code, places }) => (
          <li key={`${code} ${message}`}>
            {message} {code && <code>{code}</code>}
            {places.length > 0 && <span className="places">Where: {placesIn(places)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function placesIn(places: readonly string[]): string {
  const others = places.length - PLACES_NAMED;
  return places.slice(0, PLACES_NAMED).join(', ') + (others > 0 ? `, and ${others} more` : '');
}
