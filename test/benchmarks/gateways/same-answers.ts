import { isDeepStrictEqual } from 'node:util';
import type { GatewayProcess } from './gateway-process';

async function answerOf({ origin }: GatewayProcess, body: string, token: string) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const answer = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
}

/** What a gateway answers to one request. @throws Error unless it is data alone */
async function dataOf(gateway: GatewayProcess, body: string, token: string): Promise<unknown> {
  // What subgraphs are asked for the first time takes them longer than a gateway may wait.
  await answerOf(gateway, body, token);
  const { status, text } = await answerOf(gateway, body, token);
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (status === 200 && data && errors === undefined) return data;
  throw new Error(`${gateway.name} answers ${status}: ${text.slice(0, 500)}`);
}

/** Has every gateway answer one request. @throws Error where two answer differently */
export async function requireSameAnswers(
  gateways: readonly GatewayProcess[],
  body: string,
  token: string,
): Promise<void> {
  const [first, ...others] = gateways as [GatewayProcess, ...GatewayProcess[]];
  const expected = await dataOf(first, body, token);
  for (const gateway of others) {
    if (isDeepStrictEqual(await dataOf(gateway, body, token), expected)) continue;
    throw new Error(`${first.name} and ${gateway.name} answer differently: ${body}`);
  }
}
