import type { z } from 'zod';

/**
 * An address that stands for one operation of a graph. What a request may say, and what it is answered, follows from the
 * operation and the schema; so does who may ask, and what it costs.
 */
export interface PlainRoute {
  method: 'GET' | 'POST' | 'PATCH';
  /** With the variables that stand in it, or the fields of `$input`, in braces: `/movements/{movement}/steps`. */
  path: string;
  /** What it does, in a few words without a full stop. */
  summary: string;
  /**
   * One operation with a name. `$input` is the body, but for what stands in the path; its `id` is the header
   * `Idempotency-Key`. Any other variable is a parameter, and of `$filter` each field. The answer is what stands where the selection first has two fields.
   */
  operation: string;
  /**
   * What came of it, by what was answered.
   *
   * @default 200
   */
  outcome?: (answer: Record<string, unknown>) => Outcome;
}

/** Done, taken and under way, or refused after all. */
export type Outcome = 200 | 202 | { code: string; field: string; message: string };

/** What is posted to whoever asked for it. */
export interface PlainWebhook {
  operationId: string;
  /** What it says, in a few words without a full stop. */
  summary: string;
  /** What to do with it, in Markdown. */
  description: string;
  body: z.ZodType;
}

/** Routes that are served and described together. */
export interface PlainApi {
  title: string;
  /** What it is for, in Markdown. */
  description: string;
  routes: readonly PlainRoute[];
  /** What is posted by itself, by its name. */
  webhooks?: Readonly<Record<string, PlainWebhook>>;
  /** Fields that are JSON in a text in the graph, by `Type.field`, and here what the text says: a component, by its name. */
  jsonTexts?: Readonly<Record<string, string>>;
  /** Further components of the description, as JSON Schema, by name. */
  components?: Readonly<Record<string, object>>;
  /** What else holds of a component with such fields, by its name: its `allOf`. */
  conditions?: Readonly<Record<string, (fields: readonly string[]) => readonly object[]>>;
}
