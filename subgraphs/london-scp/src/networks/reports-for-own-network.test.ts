import type { RequestIdentity } from '@hub/access';
import { reportsForOwnNetwork } from './reports-for-own-network';

const by = (role: string, organisation: string) =>
  ({ caller: { role, organisation, scopes: new Set(['networks:report']) } }) as unknown as RequestIdentity;
const codeOf = (who: RequestIdentity) =>
  reportsForOwnNetwork.problem({ networkId: 'network:extremism' }, who)?.code ?? null;

it('the chair of a network reports for that network alone', () => {
  expect(codeOf(by('network-chair', 'network:extremism'))).toBeNull();
  expect(codeOf(by('network-chair', 'network:faith-based-abuse'))).toBe('NETWORK_NOT_YOURS');
  expect(codeOf(by('network-chair', 'development'))).toBe('NETWORK_NOT_YOURS');
});

it('the co-ordinator reports for any', () => {
  expect(codeOf(by('london-coordinator', 'london-councils'))).toBeNull();
});
