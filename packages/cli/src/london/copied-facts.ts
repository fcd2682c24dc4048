import { COPIED, type PartnershipCopy } from './partnership-copy';

/** Ids, which must be a copy's own: every id is unique over the whole graph. */
const IDS = new Set(['id', 'agency', 'parent', 'clause', 'body']);
/** What a reader sees first of a document, a group, an arrangement, a clause or an obligation. */
const NAMES = new Set(['name', 'title', 'subject', 'quote', 'summary', 'rule']);
const CLAUSE = /^[A-Z]{3}-(?=\d)/;

/** Facts of Havering as those of a copy: with ids of its own, and in words that say that nothing of it is a fact. */
export function copiedFacts(facts: unknown, copy: PartnershipCopy): unknown {
  if (Array.isArray(facts)) return facts.map((fact) => (isClause(fact) ? own(fact, copy) : copiedFacts(fact, copy)));
  if (facts === null || typeof facts !== 'object') return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => {
      if (typeof value !== 'string') return [key, copiedFacts(value, copy)];
      if (IDS.has(key)) return [key, own(value, copy)];
      return [key, NAMES.has(key) ? `Demonstration data: ${value}` : value];
    }),
  );
}

const isClause = (value: unknown): value is string => typeof value === 'string' && CLAUSE.test(value);

function own(id: string, copy: PartnershipCopy): string {
  if (CLAUSE.test(id)) return id.replace(CLAUSE, `${copy.letters}-`);
  return id.startsWith(`${COPIED}-`) ? `${copy.id}${id.slice(COPIED.length)}` : `${copy.id}-${id}`;
}
