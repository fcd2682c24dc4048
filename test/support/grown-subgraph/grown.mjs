/** What a partnership may add to what `hub init` writes: a list in pages with signed cursors, and a field that needs a scope. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';

const MAX_PAGE = 100;

/** @param name - the partnership's id. */
export function grown(name, [executive]) {
  // The latest first. Every id of the graph belongs to one thing, so it begins with the partnership and its kind.
  const meetings = Array.from({ length: 150 }, (_, index) => ({
    id: `${name}:meeting:${150 - index}`,
    body: executive,
    heldOn: new Date(Date.UTC(2026, 8, 1 - 7 * index)).toISOString().slice(0, 10),
    sectorsRepresented: [],
    quorum: 'NOT_KNOWN',
    isSynthetic: true,
  }));
  const seat = {
    ...{ id: `${name}:seat:chair`, title: 'Chair', sector: 'LOCAL_AUTHORITY', capacity: 'MEMBER' },
    ...{ placesRule: 'NOT_SPECIFIED', isStatutoryPartner: false, sources: [] },
  };
  return {
    meetings: (args) => pageOf(meetings, args),
    vacancies: (_args, { scopes }) => {
      mustHave(scopes, 'governance:read');
      return [{ body: executive, seat, filled: 2 }];
    },
  };
}

function mustHave(scopes, scope) {
  if (!scopes.has(scope)) throw refusal(`This needs the scope ${scope}.`, 'UNAUTHORIZED_FIELD_OR_TYPE');
}

const refusal = (message, code) => new GraphQLError(message, { extensions: { code } });

// Of this process alone. Where several answer, or cursors shall outlive a restart, keep it in your database.
const CURSOR_SECRET = randomBytes(32);
const macOf = (place) => createHmac('sha256', CURSOR_SECRET).update(place).digest('base64url').slice(0, 22);
const cursorOf = (place) => `${place}.${macOf(String(place))}`;

/** A cursor is signed, so that nobody can begin a page at a place that no page has shown. */
function placeOf(cursor) {
  const [place, mac = ''] = cursor.split('.');
  if (!sameText(mac, macOf(place))) throw refusal('after must be an endCursor of this list.', 'BAD_USER_INPUT');
  return Number(place);
}

function pageOf(items, { first, after }) {
  if (first > MAX_PAGE) throw refusal(`first must be at most ${MAX_PAGE}.`, 'BAD_USER_INPUT');
  if (first < 1) throw refusal('first must be at least 1.', 'BAD_USER_INPUT');
  const start = after ? placeOf(after) : 0;
  const edges = items.slice(start, start + first).map((node, index) => ({ node, cursor: cursorOf(start + index + 1) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: start + first < items.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function sameText(one, other) {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
