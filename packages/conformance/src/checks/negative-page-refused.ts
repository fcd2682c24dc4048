import { Failed } from '../check';
import { askPage, eachList } from './pages';

export const negativePageRefused = eachList(
  {
    code: 'NEGATIVE_PAGE_REFUSED',
    title: 'A page of -1 is refused',
    why: 'A negative `first` is its sender’s mistake, and to some databases it means everything (GraphQL Cursor Connections Specification, "Pagination algorithm": "If first is less than 0, throw an error").',
    remedy: 'Refuse `first` below 1 with BAD_USER_INPUT.',
  },
  async (subject, list) => {
    const { page, exchange } = await askPage(subject, list, { first: '-1' });
    if (page) throw new Failed(`${list.name}(first: -1) was answered.`, exchange);
  },
);
