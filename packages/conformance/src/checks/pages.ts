import { NothingToCheck, type Check } from '../check';
import type { Exchange } from '../exchange';
import type { PublishedField } from '../published-schema';
import { askPartnership } from '../questions';
import type { Subject } from '../subject';

/** A page as it was answered; null where it was refused. */
interface Page {
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const SELECTION = ' { edges { cursor } pageInfo { hasNextPage endCursor } }';

/** Asks for one page of a field of the partnership. */
export async function askPage(
  subject: Subject,
  { name, arguments: argumentsOf }: PublishedField,
  given: Readonly<Record<string, string>>,
): Promise<{ page: Page | null; exchange: Exchange }> {
  const { answered, exchange } = await askPartnership(subject, [`page: ${name}${argumentsOf(given)}${SELECTION}`]);
  return { page: (answered?.['page'] as Page | null | undefined) ?? null, exchange };
}

/**
 * A check of every list in pages that is answered to the one who asks here.
 *
 * @param look - looks at one of them; throws `Failed`.
 */
export function eachList(
  check: Omit<Check, 'needs' | 'run'>,
  look: (subject: Subject, list: PublishedField, first: Page) => Promise<void>,
): Check {
  return {
    ...check,
    needs: ['ENTITY_ANSWERED'],
    async run(subject) {
      const lists = subject.schema.fields.filter(
        (field) => field.isPaged && !field.isChildLevel && field.arguments({ first: '1' }) !== null,
      );
      let looked = 0;
      for (const list of lists) {
        const { page } = await askPage(subject, list, { first: '1' });
        if (!page) continue;
        looked += 1;
        await look(subject, list, page);
      }
      if (looked === 0) throw new NothingToCheck('there is no list in pages that an analyst may see');
    },
  };
}
