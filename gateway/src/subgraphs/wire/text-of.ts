/** UTF-8 as text, without the mark that some put before it. What is not UTF-8 becomes U+FFFD. */
export function textOf(chunks: readonly Buffer[]): string {
  const text = (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
