import { Lexer, Source, TokenKind } from 'graphql';
import { CHARACTERS_A_POINT, PAIRS_A_POINT, type TextLimits } from './limits';

/** What a document is made of, read from its words alone. */
export interface TextShape {
  tokens: number;
  /** Brackets inside each other, at most. */
  nesting: number;
  /** Operations and fragments. */
  definitions: number;
  /** Pairs of fields that would stand under the same name, were they in one place. */
  pairs: number;
  /** Fragments spread by name. */
  spreads: number;
}

const OPEN: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSED: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Before the name of something that is not a field, or of a field that stands under another name. */
const NOT_A_FIELD: ReadonlySet<TokenKind> = new Set([TokenKind.SPREAD, TokenKind.AT, TokenKind.COLON]);

/**
 * Looks at a document without parsing it, so that it costs little whatever it says. Stops as soon as one limit is passed,
 * and where the text is none of GraphQL, which is the parser's to say.
 */
export function textShape(text: string, limits: TextLimits): TextShape {
  const shape: TextShape = { tokens: 0, nesting: 0, definitions: 0, pairs: 0, spreads: 0 };
  const names = new Map<string, number>();
  let open = 0;
  let inArguments = 0;
  let before: TokenKind = TokenKind.SOF;
  for (const { kind, value } of tokensOf(text)) {
    shape.tokens++;
    if (OPEN.has(kind)) {
      // Outside of all brackets only a selection set is opened by a brace: one operation, or one fragment.
      if (open === 0 && kind === TokenKind.BRACE_L) shape.definitions++;
      shape.nesting = Math.max(shape.nesting, ++open);
    } else if (CLOSED.has(kind)) {
      open--;
    } else if (kind === TokenKind.NAME && before === TokenKind.SPREAD && value !== 'on') {
      shape.spreads++;
    } else if (kind === TokenKind.NAME && inArguments === 0 && !NOT_A_FIELD.has(before)) {
      const equal = names.get(value) ?? 0;
      names.set(value, equal + 1);
      shape.pairs += equal;
    }
    if (kind === TokenKind.PAREN_L) inArguments++;
    if (kind === TokenKind.PAREN_R) inArguments--;
    before = kind;
    if (passedLimit(shape, limits)) return shape;
  }
  return shape;
}

/** What it costs to parse and validate a text, in points, whatever comes of it. */
export const textCost = (text: string, { pairs }: TextShape): number =>
  Math.ceil(text.length / CHARACTERS_A_POINT + pairs / PAIRS_A_POINT);

/** The first limit that a text passes, as its message has it; undefined where there is none. */
export function passedLimit(shape: TextShape, limits: TextLimits): { limit: number; what: string } | undefined {
  const { maxTokens, maxNesting, maxDefinitions, maxPairs, maxSpreads } = limits;
  if (shape.tokens > maxTokens) return { limit: maxTokens, what: 'tokens' };
  if (shape.nesting > maxNesting) return { limit: maxNesting, what: 'brackets inside each other' };
  if (shape.definitions > maxDefinitions) return { limit: maxDefinitions, what: 'operations and fragments' };
  if (shape.pairs > maxPairs) return { limit: maxPairs, what: 'pairs of fields of the same name' };
  return shape.spreads > maxSpreads ? { limit: maxSpreads, what: 'fragments used' } : undefined;
}

function* tokensOf(text: string): Generator<{ kind: TokenKind; value: string }> {
  const lexer = new Lexer(new Source(text));
  try {
    for (;;) {
      const { kind, value } = lexer.advance();
      if (kind === TokenKind.EOF) return;
      yield { kind, value };
    }
  } catch {
    // Not GraphQL.
  }
}
