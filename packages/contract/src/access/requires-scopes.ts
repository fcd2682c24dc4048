import type { Scope } from '@hub/access';
import { Directive } from 'type-graphql';
import type { AccessDecorator } from './public';

/**
 * For callers with one of the alternatives.
 *
 * @param alternatives - a scope, or a list of scopes that are needed together.
 */
export function RequiresScopes(...alternatives: readonly (Scope | readonly Scope[])[]): AccessDecorator {
  const scopes = alternatives.map((together) => (typeof together === 'string' ? [together] : together));
  return Directive(`@requiresScopes(scopes: ${JSON.stringify(scopes)})`) as AccessDecorator;
}
