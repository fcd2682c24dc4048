/** An operation in a guide, who asks it, and what it answers. */
export interface GuideExample {
  /** Where it stands in its file, for whoever mends it. */
  line: number;
  /** In the guide's words, as `Lambeth's duty team, at the hub`. */
  asker: string;
  operation: string;
  variables: Record<string, unknown>;
  answer: unknown;
}

const BLOCK = /(?:^\*\*([^*\n]+):\*\*\n\n)?^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm;

/**
 * Every example of a guide, in its order: a line in bold that says who asks, the operation, its `json variables` if it has
 * any, and the `json answer`. Commands (`sh`) and pictures (`mermaid`) are none.
 *
 * @throws Error where a block stands alone, so that no example is shown which nobody can play.
 */
export function examplesOf(markdown: string): GuideExample[] {
  const examples: (Omit<GuideExample, 'answer'> & { answer?: unknown })[] = [];
  for (const { index, 1: asker, 2: language, 3: kind, 4: text } of markdown.matchAll(BLOCK)) {
    if (language === 'sh' || language === 'mermaid') continue;
    const line = markdown.slice(0, index).split('\n').length;
    const last = examples.at(-1);
    if (language === 'graphql' && asker && (!last || 'answer' in last)) {
      examples.push({ line, asker, operation: text!, variables: {} });
    } else if (language === 'json' && kind === 'variables' && last && !('answer' in last)) {
      last.variables = JSON.parse(text!) as Record<string, unknown>;
    } else if (language === 'json' && kind === 'answer' && last && !('answer' in last)) {
      last.answer = JSON.parse(text!);
    } else {
      throw new Error(`Line ${line} begins a block that is not part of an example.`);
    }
  }
  const open = examples.at(-1);
  if (open && !('answer' in open)) throw new Error(`Line ${open.line} asks, and nothing answers.`);
  return examples as GuideExample[];
}
