import type { OpenSubgraph } from './open-subgraph';

/** Records something by a mutation, and answers the codes with which it is refused; none where it is recorded. */
export async function refusalCodes(subgraph: OpenSubgraph, mutation: string, input: object): Promise<string[]> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { userErrors { code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return (data!['done'] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
}
