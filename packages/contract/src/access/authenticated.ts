import { Directive } from 'type-graphql';
import type { AccessDecorator } from './public';

/** For whoever presents a good token, whatever its scopes. */
export function Authenticated(): AccessDecorator {
  return Directive('@authenticated') as AccessDecorator;
}
