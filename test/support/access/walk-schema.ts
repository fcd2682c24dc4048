import type { GraphQLSchema } from 'graphql';
import type { Answer } from '../test-hub';
import type { Asker } from './asker';
import { compareAnswer, type Comparison } from './compare-answer';
import type { Decide, RefusalCode } from './decision';
import { coordinateOf, fieldPaths, type FieldPath, type Step } from './field-paths';
import { operationText, type Representations } from './operation-text';

/** One door, and what is known of it. */
export interface Door {
  schema: GraphQLSchema;
  decide: Decide;
  /** What can be begun at by `_entities`. */
  entities: Representations;
  /** Coordinates of which a part is answered and a part refused, in one list. */
  leaveOut?: readonly string[];
  ask(query: string, asker: Asker): Promise<Answer>;
}

/** Result of a walk by one asker. */
export interface Walked extends Comparison {
  /** Coordinates that were asked for. */
  fields: ReadonlySet<string>;
  requests: number;
}

/** The gateway tells of up to 100 refused places of an operation, and takes up to 15 000 tokens. */
const REFUSED_AT_ONCE = 80;
const FIELDS_AT_ONCE = 250;

/** Asks for every field of a schema as one asker, and compares what is refused with what is decided. */
export async function walkSchema({ schema, decide, entities, leaveOut, ask }: Door, asker: Asker): Promise<Walked> {
  const decisions = new Map<string, RefusalCode | null>();
  const decided = (step: Step) => {
    const coordinate = coordinateOf(step);
    const known = decisions.get(coordinate);
    if (known !== undefined) return known;
    const decision = decide(asker, step);
    decisions.set(coordinate, decision);
    return decision;
  };
  const isOpen = (step: Step) => decided(step) === null;
  const paths = fieldPaths(schema, isOpen, Object.keys(entities)).filter(
    ({ coordinate }) => !leaveOut?.includes(coordinate),
  );
  const fields = new Set(paths.map(({ coordinate }) => coordinate));
  const walked: Walked = { fields, requests: 0, wrong: [], failures: [], unseen: [] };
  const askFor = async (together: readonly FieldPath[]): Promise<void> => {
    const answer = await ask(operationText(schema, together, entities), asker);
    if (together.length > 1 && asksTooMuch(answer)) {
      const half = Math.ceil(together.length / 2);
      await askFor(together.slice(0, half));
      return askFor(together.slice(half));
    }
    const { wrong, failures, unseen } = compareAnswer(answer, together, decided);
    walked.requests += 1;
    walked.wrong.push(...wrong.map((one) => `${asker.name}: ${one}`));
    walked.failures.push(...failures.map((one) => `${asker.name}: ${one}`));
    walked.unseen.push(...unseen.map((one) => `${asker.name}: ${one}`));
  };
  for (const together of inOperations(paths, isOpen)) await askFor(together);
  return walked;
}

const asksTooMuch = ({ errors = [] }: Answer) =>
  errors.some(({ extensions }) => /^OPERATION_TOO_(LARGE|DEAR)$/.test(String(extensions?.['code'])));

/** As many fields as one operation may ask for; questions and changes apart. */
function* inOperations(paths: readonly FieldPath[], isOpen: (step: Step) => boolean): Generator<FieldPath[]> {
  const isChange = ({ steps }: FieldPath) => steps[0]!.type === 'Mutation';
  for (const some of [paths.filter((path) => !isChange(path)), paths.filter(isChange)]) {
    let together: FieldPath[] = [];
    let refused = 0;
    for (const path of some) {
      if (together.length === FIELDS_AT_ONCE || refused === REFUSED_AT_ONCE) {
        yield together;
        together = [];
        refused = 0;
      }
      together.push(path);
      if (!path.steps.every(isOpen)) refused += 1;
    }
    if (together.length > 0) yield together;
  }
}
