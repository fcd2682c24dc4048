import { GATEWAY_TOKEN_TYPE, signClaims } from '@hub/access';
import { NothingToCheck, type Check } from '../check';
import { answersNone } from './public-without-token';

export const scopesChecked: Check = {
  code: 'SCOPES_CHECKED',
  title: 'A caller without the scope does not see what needs it',
  why: 'A good token says who asks, and not that they may (ADR 0017: a field is for whom its scopes say).',
  remedy:
    'Read the claim `scope`, a text with spaces between the scopes, and compare it with @requiresScopes of the field.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    const fields = subject.schema.fields.filter(({ isGuarded, isForHub }) => isGuarded && !isForHub);
    if (fields.length === 0) throw new NothingToCheck('no field of the partnership needs a scope');
    const token = (body: string) =>
      signClaims(subject.keys, GATEWAY_TOKEN_TYPE, { ...subject.claims(body), scope: '' });
    await answersNone(subject, fields, { token });
  },
};
