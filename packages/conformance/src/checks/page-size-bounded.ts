import { Failed } from '../check';
import { askPage, eachList } from './pages';

const LARGEST_PAGE = 100;

export const pageSizeBounded = eachList(
  {
    code: 'PAGE_SIZE_BOUNDED',
    title: 'A page of 1,000 is refused, or cut to 100',
    why: 'What one question costs is known before it is asked, by `first` (ADR 0029).',
    remedy: 'Refuse `first` above 100 with BAD_USER_INPUT, or answer 100 items.',
  },
  async (subject, list) => {
    const { page, exchange } = await askPage(subject, list, { first: '1000' });
    const size = page?.edges.length ?? 0;
    if (size > LARGEST_PAGE) throw new Failed(`${list.name}(first: 1000) has ${size} items.`, exchange);
  },
);
