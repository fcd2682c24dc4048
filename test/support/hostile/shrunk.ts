import { parse, print, visit, type DocumentNode } from 'graphql';
import type { HostileRequest } from './hostile-request';

const ATTEMPTS = 80;

/** A smaller request with the same fault, for people to read: selections are left out one by one while the fault stays. */
export async function shrunk(
  request: HostileRequest,
  isSame: (request: HostileRequest) => Promise<boolean>,
): Promise<HostileRequest> {
  if (request.kind !== 'operation') return request;
  const { query, ...rest } = JSON.parse(request.body!.toString()) as { query: string };
  const withQuery = (document: DocumentNode): HostileRequest => {
    const text = print(document);
    return { ...request, document: text, body: JSON.stringify({ query: text, ...rest }) };
  };
  let document = parse(query);
  let place = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const smaller = without(document, place);
    if (smaller === null) break;
    // What follows has moved to this place.
    if (await isSame(withQuery(smaller))) document = smaller;
    else place += 1;
  }
  return withQuery(document);
}

/** A document without its selection of a place, counted from the root; null where there is no such place. */
function without(document: DocumentNode, place: number): DocumentNode | null {
  let seen = -1;
  const leaveOut = () => ((seen += 1) === place ? null : undefined);
  const smaller = visit(document, { Field: leaveOut, InlineFragment: leaveOut, FragmentSpread: leaveOut });
  return seen < place ? null : withoutUnused(smaller);
}

/** Variables and fragments that nothing uses any more make a document invalid. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const text = print(document);
  const times = (name: string) => text.split(new RegExp(`${name.replace(/[.$]/g, '\\$&')}\\b`)).length - 1;
  const smaller = visit(document, {
    VariableDefinition: ({ variable }) => (times(`$${variable.name.value}`) > 1 ? undefined : null),
    FragmentDefinition: ({ name }) => (times(`...${name.value}`) > 0 ? undefined : null),
  });
  return print(smaller) === text ? smaller : withoutUnused(smaller);
}
