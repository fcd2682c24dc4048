import { plainId, plainText, REASON_LENGTH, TEXT_LENGTH } from '@hub/access';
import type { AccessEntry } from './access-entry';

/** Items of each list in one record; what is more goes on in the next record of the same request. */
export const LIST_LENGTH = 200;

/** Items of each list in a record of callers without a token. What is more is left out: they were shown nothing. */
export const STRANGERS_LIST_LENGTH = 10;

const LISTS = ['fields', 'refused', 'children', 'asked'] as const;

/** Names of the graph and pseudonyms are of these characters: an item is as many bytes as characters. */
const NO_NAME = /[^\x20-\x7e…]|["\\]/gu;

/** An access as it may be stored: every text cut and cleaned, and in so many records that each is of bounded size. */
export function boundedEntries(entry: AccessEntry): AccessEntry[] {
  const clean = cleanEntry(entry);
  const longest = Math.max(1, ...LISTS.map((list) => clean[list]?.length ?? 0));
  return Array.from({ length: Math.ceil(longest / LIST_LENGTH) }, (_, part) =>
    withPart(clean, part * LIST_LENGTH, LIST_LENGTH),
  );
}

/** An access of a caller without a token, as it may be stored: in one record. */
export function boundedEntry(entry: AccessEntry): AccessEntry {
  return withPart(cleanEntry(entry), 0, STRANGERS_LIST_LENGTH);
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
  const { operation, fields, refused, children, unseen = [], asked = [], coverage } = entry;
  return {
    ...cleanTexts(entry),
    operation: operation && plainText(operation, TEXT_LENGTH.operation),
    fields: names(fields),
    refused: names(refused),
    children: names(children),
    unseen: names(unseen),
    asked: distinct(asked.map(plainId)),
    // As many as the hub is started with.
    coverage: {
      asked: names(coverage.asked).slice(0, LIST_LENGTH),
      answered: names(coverage.answered).slice(0, LIST_LENGTH),
    },
  };
}

/** An entry with a part of each of its lists. What few operations have is left out where it would say nothing. */
function withPart({ unseen = [], asked = [], ...entry }: AccessEntry, from: number, length: number): AccessEntry {
  const part = (items: string[]) => items.slice(from, from + length);
  const [children, ids] = [part(entry.children), part(asked)];
  // Beside the child that it is said of.
  const hidden = new Set(unseen);
  const unseenHere = children.filter((child) => hidden.has(child));
  return {
    ...{ ...entry, fields: part(entry.fields), refused: part(entry.refused), children },
    ...(unseenHere.length > 0 && { unseen: unseenHere }),
    ...(ids.length > 0 && { asked: ids }),
  };
}

const names = (items: readonly string[]) => distinct(items.map(name));
const name = (text: string) => plainText(text, TEXT_LENGTH.item).replace(NO_NAME, '?');
const distinct = (items: readonly string[]) => [...new Set(items)].sort();
