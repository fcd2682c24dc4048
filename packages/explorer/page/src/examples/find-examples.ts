import type { SavedExample } from '../../../src/saved-example';

/** A subject, and what there is about it. */
export interface SubjectGroup {
  subject: string;
  examples: SavedExample[];
}

/**
 * The examples in whose words each word of `search` occurs, in capitals or not. Subjects come in the order in which the list
 * has them first.
 */
export function findExamples(examples: readonly SavedExample[], search: string): SubjectGroup[] {
  const words = wordsOf(search);
  const groups = new Map<string, SavedExample[]>();
  for (const example of examples) {
    const text = wordsOf([example.title, example.about, example.subject, example.role].join(' ')).join(' ');
    if (!words.every((word) => text.includes(word))) continue;
    groups.set(example.subject, [...(groups.get(example.subject) ?? []), example]);
  }
  return [...groups].map(([subject, found]) => ({ subject, examples: found }));
}

const wordsOf = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);
