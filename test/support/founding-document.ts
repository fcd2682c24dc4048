import { readFileSync } from 'node:fs';

/** A footnote begins with its mark, and stands where its mark does. */
const FOOTNOTE = /^\s*([¹²³⁴⁵⁶⁷])/;

/** The words of a text, without what is layout: line breaks, list marks, emphasis, links and marks of footnotes. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/^\s*(?:[-·•o]\s+)+/gm, '')
    .replace(/\[bookmark: \w+\]/g, '')
    .replace(/\[([^\]]*)\]\(#\)/g, '$1')
    .replace(/[*\\¹²³⁴⁵⁶⁷]/g, '')
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '');
}

/** The text of a founding document, in which passages are looked for word by word. */
export class FoundingDocument {
  readonly #lines: readonly string[];
  readonly #words: readonly { word: string; line: number }[];

  constructor(path: string) {
    this.#lines = readFileSync(path, 'utf8').split('\n');
    this.#words = this.#lines.flatMap((text, line) => wordsOf(text).map((word) => ({ word, line })));
  }

  /** Null if the passage stands in the document; otherwise the first words that differ. */
  differenceOf(passage: string): string | null {
    const words = wordsOf(passage);
    const best = this.#longestFrom(words);
    if (best.length === words.length) return null;
    const here = words.slice(best.length, best.length + 5).join(' ');
    const there = this.#words.slice(best.at + best.length, best.at + best.length + 5);
    const before = words.slice(0, best.length).slice(-5).join(' ');
    return `after "${before}" the quote has "${here}", the document "${there.map(({ word }) => word).join(' ')}"`;
  }

  /** Which of some headings is the last above a passage that stands in the document. */
  headingOf(passage: string, headings: readonly string[]): string | undefined {
    const line = this.#words[this.#longestFrom(wordsOf(passage)).at]!.line;
    const mark = FOOTNOTE.exec(this.#lines[line]!)?.[1];
    const from = mark ? this.#lines.findIndex((text) => text.indexOf(mark) > 0) : line;
    for (let above = from; above >= 0; above--) {
      const said = wordsOf(this.#lines[above]!).join(' ').replace(/:$/, '');
      const heading = headings.find((one) => said === one || said.match(/^(?:\d+\.?|[a-z]\)) (.*)$/)?.[1] === one);
      if (heading) return heading;
    }
    return undefined;
  }

  #longestFrom(words: readonly string[]): { at: number; length: number } {
    let best = { at: 0, length: 0 };
    for (let at = 0; at < this.#words.length; at++) {
      let length = 0;
      while (length < words.length && this.#words[at + length]?.word === words[length]) length++;
      if (length > best.length) best = { at, length };
    }
    return best;
  }
}
