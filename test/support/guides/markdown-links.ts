/** A link of a Markdown text, inline or by a reference. */
export interface MarkdownLink {
  text: string;
  /** Null where the reference is defined nowhere. */
  target: string | null;
  title: string | null;
}

// A title stands in quotes of either kind.
const DEFINITION = /^\[([^\]]+)\]:\s+(\S+)(?:\s+(?:"([^"]*)"|'([^']*)'))?$/gm;
const LINK = /\[([^\]]*)\](?:\(([^)\s]+)(?:\s+(?:"([^"]*)"|'([^']*)'))?\)|\[([^\]]+)\])/g;

/** Makes a reader of links that knows the references which a whole text defines. */
export function linkReader(markdown: string): (part: string) => MarkdownLink[] {
  const defined = new Map(
    [...withoutCode(markdown).matchAll(DEFINITION)].map(([, label, target, double, single]) => [
      label!,
      { target, title: double ?? single },
    ]),
  );
  return (part) =>
    [...withoutCode(part).matchAll(LINK)].map(([, text, target, double, single, label]) => {
      const found = label === undefined ? { target, title: double ?? single } : defined.get(label);
      return { text: text!, target: found?.target ?? null, title: found?.title ?? null };
    });
}

/** The text without blocks of code; code within a line is left empty. */
export function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '``');
}
