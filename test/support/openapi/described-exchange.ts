import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** An OpenAPI document, as far as a test looks at it. */
export interface OpenApi {
  paths: Record<string, Record<string, DescribedOperation>>;
  webhooks?: Record<string, { post: DescribedOperation }>;
}

interface DescribedOperation {
  operationId: string;
  requestBody?: object;
  responses: Record<string, { $ref?: string }>;
}

/** What was sent to an operation, and what came back. */
export interface Exchange {
  operationId: string;
  /** Left out where none was sent. */
  sent?: unknown;
  status: number;
  /** Media type of the answer; null of one without a body. */
  type: string | null;
  answered: unknown;
}

/** Looks whether requests and answers are as an OpenAPI document says. */
export class DescribedExchanges {
  readonly #ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  readonly #operations: Map<string, { operation: DescribedOperation; at: string }>;
  readonly #known = new Map<string, ValidateFunction>();

  constructor(document: OpenApi) {
    this.#ajv.addSchema(document, 'api');
    this.#operations = new Map(
      Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => {
          const at = `/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}`;
          return [operation.operationId, { operation, at }] as const;
        }),
      ),
    );
  }

  get names(): string[] {
    return [...this.#operations.keys()];
  }

  /** What is wrong with what was sent; empty where it is as it is described. */
  problemsOfRequest({ operationId, sent }: Pick<Exchange, 'operationId' | 'sent'>): string[] {
    const { operation, at } = this.#operation(operationId);
    if (!operation.requestBody) return sent === undefined ? [] : ['a body that is not described'];
    return this.#problems(`${at}/requestBody/content/application~1json/schema`, sent ?? null);
  }

  /** What is wrong with what came by a webhook; empty where it is as it is described. */
  problemsOfWebhook(name: string, body: unknown): string[] {
    return this.#problems(`/webhooks/${name}/post/requestBody/content/application~1json/schema`, body);
  }

  /** What is wrong with an answer; empty where it is as it is described. */
  problemsOfAnswer({ operationId, status, type, answered }: Omit<Exchange, 'sent'>): string[] {
    const { operation, at } = this.#operation(operationId);
    const response = operation.responses[status];
    if (!response) return [`the status ${status}`];
    const place = response.$ref?.slice(1) ?? `${at}/responses/${status}`;
    if (type === null) return status === 304 ? [] : ['no body'];
    const media = type.split(';')[0]!.replaceAll('/', '~1');
    return this.#problems(`${place}/content/${media}/schema`, answered);
  }

  #operation(operationId: string) {
    const found = this.#operations.get(operationId);
    if (!found) throw new Error(`${operationId} is not described.`);
    return found;
  }

  #problems(pointer: string, value: unknown): string[] {
    const validate = this.#known.get(pointer) ?? this.#ajv.compile({ $ref: `api#${encodeURI(pointer)}` });
    this.#known.set(pointer, validate);
    if (validate(value)) return [];
    return validate.errors!.map(({ instancePath, message, params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    );
  }
}
