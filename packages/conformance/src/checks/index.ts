import type { Check } from '../check';
import { agreedKey } from './agreed-key';
import { answersAreJson } from './answers-are-json';
import { badReferencesHarmless } from './bad-references-harmless';
import { badRequestsRefused } from './bad-requests-refused';
import { bodyLimited } from './body-limited';
import { deadlineHarmless } from './deadline-harmless';
import { entitiesInOrder } from './entities-in-order';
import { entityAnswered } from './entity-answered';
import { errorsTellNothing } from './errors-tell-nothing';
import { forgedCursorRefused } from './forged-cursor-refused';
import { healthLive } from './health-live';
import { healthReady } from './health-ready';
import { idsGlobal } from './ids-global';
import { negativePageRefused } from './negative-page-refused';
import { noOtherRootFields } from './no-other-root-fields';
import { pageSizeBounded } from './page-size-bounded';
import { publicWithoutToken } from './public-without-token';
import { scopesChecked } from './scopes-checked';
import { sdlForHubAlone } from './sdl-for-hub-alone';
import { sdlServed } from './sdl-served';
import { thousandEntities } from './thousand-entities';
import { tokenAudience } from './token-audience';
import { tokenBody } from './token-body';
import { tokenExpired } from './token-expired';
import { tokenHeader } from './token-header';
import { tokenIssuer } from './token-issuer';
import { tokenLifetime } from './token-lifetime';
import { tokenSignature } from './token-signature';
import { unknownEntityNull } from './unknown-entity-null';

/** All checks, each after those that it needs. */
export const CHECKS: readonly Check[] = [
  ...[healthLive, healthReady],
  ...[sdlServed, sdlForHubAlone, noOtherRootFields],
  ...[entityAnswered, unknownEntityNull, entitiesInOrder, badReferencesHarmless, thousandEntities],
  ...[tokenAudience, tokenIssuer, tokenExpired, tokenLifetime, tokenBody, tokenSignature, tokenHeader, agreedKey],
  ...[publicWithoutToken, scopesChecked],
  ...[pageSizeBounded, negativePageRefused, forgedCursorRefused, idsGlobal],
  ...[badRequestsRefused, answersAreJson, errorsTellNothing, bodyLimited, deadlineHarmless],
];
