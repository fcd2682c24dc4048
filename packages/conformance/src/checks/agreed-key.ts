import { GATEWAY_KEY_HEADER, GatewayTokenSigner } from '@hub/access';
import { Failed, NothingToCheck, type Check } from '../check';
import { partnershipOperation } from '../questions';

export const agreedKey: Check = {
  code: 'AGREED_KEY',
  title: 'A key that it offers to agree on is good for the next request, with its own body alone',
  why: 'A subgraph need not agree on keys; one that does saves a signature for each request (ADR 0018).',
  remedy:
    'Answer without the header hub-gateway-key, or verify tokens of typ hub-gateway-agreed as ADR 0018 says, with the body.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const signer = new GatewayTokenSigner(subject.keys, subject.name);
    const token = (body: string) => signer.tokenFor(subject.requestIdentity(), body).token;
    const operation = partnershipOperation(subject, ['id']);
    const offered = (await subject.ask(operation, { token })).headers[GATEWAY_KEY_HEADER];
    if (typeof offered !== 'string') throw new NothingToCheck('it offers none');
    signer.agree(offered);
    const exchange = await subject.ask(operation, { token });
    if (exchange.status !== 200) {
      throw new Failed(`HTTP ${exchange.status} in place of 200 under the key agreed.`, exchange);
    }
    const replayed = await subject.ask(operation, { token: (body) => token(`${body} `) });
    if (replayed.status !== 401)
      throw new Failed(`HTTP ${replayed.status} in place of 401 with another body.`, replayed);
  },
};
