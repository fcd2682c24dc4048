import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { openSubgraph } from '../open-subgraph';

/** How each obligation stands: its status by its id, without the name of the partnership before it. */
export type Standing = Record<string, string>;

/** What was refused: the code and the field of each problem. */
export type Refusal = [code: string, field: string][];

/** A partnership without demonstration data, whose year is recorded and judged by its own obligations. */
export interface Year {
  /** Records one thing. Fails where it is refused, and says why. */
  record(mutation: string, input: object): Promise<void>;
  /** Why one thing is not recorded; none where it was. */
  refusal(mutation: string, input: object): Promise<Refusal>;
  /** How every obligation of the document stands at the end of a day. */
  standing(on: string): Promise<Standing>;
  /** Those that stand otherwise on a day because of what is recorded meanwhile, as they stand then. */
  changedBy(on: string, recording: () => Promise<unknown>): Promise<Standing>;
  /** Those that stand otherwise on a later day, with nothing recorded meanwhile, as they stand then. */
  changedBetween(before: string, on: string): Promise<Standing>;
  close(): Promise<void>;
}

/**
 * Opens a subgraph for its year.
 *
 * @param typeName - of the partnership in the graph; null where the subgraph is the London SCP's.
 */
export async function openYear(definition: SubgraphDefinition, typeName: string | null): Promise<Year> {
  const { name } = definition;
  const subgraph = await openSubgraph(definition, { demo: false });
  await subgraph.reload(false);

  async function refusal(mutation: string, input: object) {
    const type = subgraph.recordingSchema.getMutationType()?.getFields()[mutation]?.args[0]?.type.toString();
    if (type === undefined) throw new Error(`${name} has no mutation ${mutation}.`);
    const { data, errors } = await subgraph.ask(
      `mutation ($input: ${type}) { done: ${mutation}(input: $input) { userErrors { field message code } } }`,
      { input },
    );
    if (errors) throw new Error(`${mutation}: ${errors.map(({ message }) => message).join(' ')}`);
    return (data!['done'] as { userErrors: { field: string[]; message: string; code: string }[] }).userErrors;
  }

  async function standing(on: string): Promise<Standing> {
    const asked = `obligations(on: "${on}") { id status }`;
    const { data, errors } = await subgraph.ask(
      typeName === null
        ? `{ of: londonScp { ${asked} } }`
        : `{ of: _entities(representations: [{ __typename: "${typeName}", id: "${name}" }]) {
            ... on ${typeName} { ${asked} } } }`,
    );
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    const [{ obligations }] = [data!['of']].flat() as [{ obligations: { id: string; status: string }[] }];
    return Object.fromEntries(
      obligations.map(({ id, status }) => [id.slice(`${name}-`.length, -`/${on}`.length), status]),
    );
  }

  return {
    standing,
    async record(mutation, input) {
      const problems = await refusal(mutation, input);
      if (problems.length === 0) return;
      const why = problems.map(({ code, message }) => `${code}: ${message}`).join(' ');
      throw new Error(`${mutation} ${JSON.stringify(input)} was refused. ${why}`);
    },
    refusal: async (mutation, input) =>
      (await refusal(mutation, input)).map(({ code, field }) => [code, field.at(-1) ?? '']),
    async changedBy(on, recording) {
      const before = await standing(on);
      await recording();
      return difference(before, await standing(on));
    },
    changedBetween: async (before, on) => difference(await standing(before), await standing(on)),
    close: () => subgraph.close(),
  };
}

/** What of the one is not as in the other, as it is in the other. */
const difference = (before: Standing, after: Standing): Standing =>
  Object.fromEntries(Object.entries(after).filter(([id, status]) => before[id] !== status));
