import { pagesFrom, type Page } from './pages';
import { unreadPages } from './unread-pages';

const page = (endCursor: string | null, hasNextPage = endCursor !== null): Page => ({
  data: { london: { flows: { pageInfo: { hasNextPage, endCursor } } } },
  errors: [],
});
const PATH = ['london', 'flows'];

/** The cursors that were asked for, until the pages end or so many were taken. */
async function followed(pages: (Page | null)[], path: string[] | null = PATH, most = Infinity) {
  const asked: string[] = [];
  const [first, ...others] = pages as [Page, ...(Page | null)[]];
  let taken = 0;
  const ask = async (after: string) => {
    asked.push(after);
    return others.shift() ?? null;
  };
  for await (const _ of pagesFrom(first, path, ask)) if (++taken === most) break;
  return { asked, taken };
}

describe('the pages of a connection', () => {
  it('are asked for by the cursor of the one before, until there is no other', async () => {
    expect(await followed([page('a'), page('b'), page(null)])).toEqual({ asked: ['a', 'b'], taken: 3 });
  });

  it('are one where nothing says which connection has them, or where it is not there', async () => {
    expect(await followed([page('a')], null)).toEqual({ asked: [], taken: 1 });
    expect(await followed([{ data: { london: null }, errors: [] }])).toEqual({ asked: [], taken: 1 });
    expect(await followed([{ data: null, errors: [] }])).toEqual({ asked: [], taken: 1 });
  });

  it('end where one is not answered, and where the cursor stays the same', async () => {
    expect(await followed([page('a'), null, page(null)])).toEqual({ asked: ['a'], taken: 1 });
    expect(await followed([page('a'), page('a'), page('b')])).toEqual({ asked: ['a'], taken: 2 });
  });

  it('are asked for one at a time, as they are taken', async () => {
    expect(await followed([page('a'), page('b'), page('c')], PATH, 2)).toEqual({ asked: ['a'], taken: 2 });
  });
});

it('connections of which there is more are found wherever they are, each once', () => {
  const more = { pageInfo: { hasNextPage: true }, edges: [{ node: { inner: { pageInfo: { hasNextPage: false } } } }] };
  const data = { partnerships: [{ meetings: more }, null, { meetings: more }], all: more, none: { pageInfo: null } };
  expect([...unreadPages(data)]).toEqual(['partnerships.meetings', 'all']);
});
