import { plainId, plainText, REASON_LENGTH, TEXT_LENGTH } from '@hub/access';
import type { AccessEntry } from './access-entry';

/** Items of each list in one record; what is more goes on in the next record of the same request. */
export const LIST_LENGTH = 200;

/** Items of each list in a record of callers without a token. What is more is left out: they were shown nothing. */
export const STRANGERS_LIST_LENGTH = 10;

const LISTS = ['fields', 'refused', 'children', 'unseen', 'asked'] as const;

/** Names of the graph and pseudonyms are of these characters: an item is as many bytes as characters. */
const NO_NAME = /[^\x20-\x7e…]|["\\]/gu;

/** An access as it may be stored: every text cut and cleaned, and in so many records that each is of bounded size. */
export function boundedEntries(entry: AccessEntry): AccessEntry[] {
  const clean = cleanEntry(entry);
  const longest = Math.max(1, ...LISTS.map((list) => clean[list]?.length ?? 0));
  return Array.from({ length: Math.ceil(longest / LIST_LENGTH) }, (_, part) =>
    withLists(clean, (items) => items.slice(part * LIST_LENGTH, (part + 1) * LIST_LENGTH)),
  );
}

/** An access of a caller without a token, as it may be stored: in one record. */
export function boundedEntry(entry: AccessEntry): AccessEntry {
  return withLists(cleanEntry(entry), (items) => items.slice(0, STRANGERS_LIST_LENGTH));
}

/** Who it was, cut and cleaned; and the reason or the finding of whoever gave one. */
export function cleanTexts<Entry extends object>(entry: Entry): Entry {
  const cleaned = Object.entries(entry).map(([key, value]) => {
    const length = key === 'reason' || key === 'finding' ? REASON_LENGTH : TEXT_LENGTH.name;
    return [key, typeof value === 'string' ? plainText(value, length) : value] as const;
  });
  return Object.fromEntries(cleaned) as Entry;
}

function cleanEntry(entry: AccessEntry): AccessEntry {
  const { operation, coverage } = entry;
  const clean: AccessEntry = {
    ...cleanTexts(entry),
    operation: operation && plainText(operation, TEXT_LENGTH.operation),
    coverage: { asked: names(coverage.asked), answered: names(coverage.answered) },
  };
  for (const list of LISTS) {
    const items = entry[list];
    if (items) clean[list] = distinct(items.map(list === 'asked' ? plainId : name));
  }
  return clean;
}

function withLists(entry: AccessEntry, part: (items: string[]) => string[]): AccessEntry {
  const lists = LISTS.flatMap((list) => (entry[list] ? [[list, part(entry[list])] as const] : []));
  // The two that few operations have are left out where they would say nothing.
  const told = lists.filter(([list, items]) => items.length > 0 || (list !== 'unseen' && list !== 'asked'));
  const { unseen: _unseen, asked: _asked, ...rest } = entry;
  return { ...rest, ...Object.fromEntries(told) };
}

/** Subgraphs: as many as the hub is started with. */
const names = (subgraphs: readonly string[]) => subgraphs.slice(0, LIST_LENGTH).map(name);
const name = (text: string) => plainText(text, TEXT_LENGTH.item).replace(NO_NAME, '?');
const distinct = (items: readonly string[]) => [...new Set(items)].sort();
