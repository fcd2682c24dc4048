import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Asker } from './asker';
import { coordinateOf, type Step } from './field-paths';
import { walkSchema, type Door } from './walk-schema';

/** Walks through doors, each by several askers, and keeps count. */
export class AccessWalks {
  readonly #lines: string[] = [];

  /** Walks as each of them. Every answer must be as decided, and every field of every object be among what was asked for. */
  async walk(name: string, door: Door, askers: readonly Asker[]): Promise<void> {
    const there = objectFields(door.schema).map(coordinateOf);
    let checks = 0;
    let requests = 0;
    for (const asker of askers) {
      const { fields, wrong, unseen, failures, ...walked } = await walkSchema(door, asker);
      expect({ wrong, unseen, failures }).toEqual({ wrong: [], unseen: [], failures: [] });
      expect(there.filter((field) => !fields.has(field))).toEqual([]);
      checks += fields.size;
      requests += walked.requests;
    }
    this.#lines.push(
      `${name}: ${checks / askers.length} fields by ${askers.length} askers, ${checks} checks in ${requests} requests`,
    );
  }

  /** What was walked, in words. */
  get summary(): string {
    return ['The access matrix was walked.', ...this.#lines].join('\n  ');
  }
}

/** Every field of every object, but for what federation itself and introspection add. */
export function objectFields(schema: GraphQLSchema): Step[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => ({ type: type.name, field })))
    .filter(({ field }) => !field.startsWith('_'));
}
