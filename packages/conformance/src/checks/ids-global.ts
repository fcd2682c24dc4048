import { Failed, NothingToCheck, type Check } from '../check';
import type { PublishedField } from '../published-schema';
import { askPartnership } from '../questions';

export const idsGlobal: Check = {
  code: 'IDS_GLOBAL',
  title: 'Ids carry the partnership',
  why: 'An id is unique over the whole graph, so that a client may keep what it was answered by it (packages/contract, "Nuances"; GraphQL Global Object Identification).',
  remedy:
    'Write ids as <partnership>:<kind>:<your own>, as newham:meeting:17; of a thing that joins you to one of London’s, <that>/<partnership>-…. Keep what your own system calls a thing as its reference.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const own = new RegExp(`(^|[:/])${subject.name}[:/-].`);
    const isOwn = (id: unknown) => typeof id === 'string' && own.test(id);
    let seen = 0;
    for (const field of subject.schema.fields.filter(({ isChildLevel }) => !isChildLevel)) {
      const given = argumentsOf(field);
      if (field.ids === null || given === null) continue;
      const { exchange, answered } = await askPartnership(subject, [`found: ${field.name}${given}${field.ids}`]);
      const ids = idsIn(answered?.['found']);
      seen += ids.length;
      const other = ids.find((id) => !isOwn(id));
      if (other !== undefined) throw new Failed(`${field.name} has the id ${JSON.stringify(other)}.`, exchange);
    }
    if (seen === 0) throw new NothingToCheck('nothing with an id was answered to an analyst');
  },
};

const argumentsOf = (field: PublishedField) => field.arguments(field.isPaged ? { first: '10' } : {});

/** Every `id` in an answer, however deep. */
function idsIn(answer: unknown): unknown[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => (name === 'id' ? [value] : idsIn(value)));
}
