import { Failed } from '../check';
import { askPage, eachList } from './pages';

export const forgedCursorRefused = eachList(
  {
    code: 'FORGED_CURSOR_REFUSED',
    title: 'A cursor that no page has shown is refused',
    why: 'Whoever may write a cursor begins a page wherever they like, and so cuts numbers anew (ADR 0034).',
    remedy: 'Sign what stands in a cursor (HMAC), and refuse with BAD_USER_INPUT what you have not signed.',
  },
  async (subject, list, { pageInfo: { endCursor } }) => {
    const forged = [
      'forged',
      '1',
      Buffer.from('["1"]').toString('base64url'),
      ...(endCursor ? variantsOf(endCursor) : []),
    ];
    for (const after of forged) {
      const { page, exchange } = await askPage(subject, list, { first: '1', after: JSON.stringify(after) });
      if (page) throw new Failed(`${list.name} was continued after a cursor that was made up.`, exchange);
    }
  },
);

/** A true cursor with another place in it: its first letter changed, and the place alone. */
function variantsOf(cursor: string): string[] {
  const [place = ''] = cursor.split('.');
  return [`${cursor.startsWith('1') ? '2' : '1'}${cursor.slice(1)}`, ...(place === cursor ? [] : [place])];
}
