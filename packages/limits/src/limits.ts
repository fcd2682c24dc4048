/** The limits on what one operation asks, its fragments and interfaces written out. */
export interface OperationLimits {
  /** Selections in all. */
  maxSize: number;
  /** Fields from the root to the deepest leaf. */
  maxDepth: number;
  /** How often a field may stand inside itself, itself included. */
  maxRepeats: number;
  /** How often a field of introspection may stand beside itself, under other names. */
  maxIntrospections: number;
  /** What the answer may cost, in points. */
  maxCost: number;
}

/** The limits on a document before it is parsed. */
export interface TextLimits {
  maxTokens: number;
  /** Brackets inside each other. A parser goes as deep as they do. */
  maxNesting: number;
  /** Operations and fragments. */
  maxDefinitions: number;
  /** Pairs of equal names: validation compares every two fields that would stand under the same name. */
  maxPairs: number;
  /** Fragments spread by name: validation compares every two of them. */
  maxSpreads: number;
}

/** What one caller may ask for in a minute. */
export interface MinuteLimits {
  requests: number;
  /** In points. */
  cost: number;
}

/**
 * For whoever asks: a question of every partnership grows with their number, and so does what may be asked.
 *
 * @param subgraphs - how many there are behind the door.
 */
export const operationLimits = (subgraphs: number): OperationLimits => ({
  maxSize: 300 + 220 * subgraphs,
  maxDepth: 20,
  maxRepeats: 2,
  maxIntrospections: 10,
  maxCost: 5_000 + 1_000 * subgraphs,
});

/**
 * For the hub, when it asks a subgraph: what it plans for one caller is merged, and names a type for each partnership. Its
 * callers are bounded before.
 */
export const HUB_OPERATION_LIMITS: OperationLimits = {
  ...operationLimits(1),
  maxSize: 100_000,
  maxDepth: 40,
  maxCost: 500_000,
};

/** For whoever asks. */
export const TEXT_LIMITS: TextLimits = {
  maxTokens: 15_000,
  maxNesting: 100,
  maxDefinitions: 100,
  maxPairs: 250_000,
  maxSpreads: 500,
};

/** Tokens of what the hub asks a subgraph. */
export const HUB_MAX_TOKENS = 200_000;

/**
 * For a caller with a token: as much as thirty of the dearest questions.
 *
 * @param subgraphs - how many there are behind the door.
 */
export const minuteLimits = (subgraphs: number): MinuteLimits => ({
  requests: 600,
  cost: 30 * operationLimits(subgraphs).maxCost,
});

/** The part of it that an address without a token may ask for. */
export const ANONYMOUS_PARTS: MinuteLimits = { requests: 1 / 4, cost: 1 / 2 };

/** What it costs to plan one selection that is not planned yet, in points. */
export const PLAN_WEIGHT = 15;

/** How many characters of a document cost a point: it is read, checked, and perhaps refused. */
export const CHARACTERS_A_POINT = 10;

/** How many pairs of fields of the same name do. */
export const PAIRS_A_POINT = 100;

/** How many mistakes of a document are told: with each, validation looks for names that are like the wrong one. */
export const MAX_VALIDATION_ERRORS = 10;
