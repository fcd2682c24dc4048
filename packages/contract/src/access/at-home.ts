import { Directive } from 'type-graphql';
import type { AccessDecorator } from './public';

/**
 * For the partnership's own people alone, who ask its own service: the hub never lets it through, so that nothing of it can
 * reach the hub. Who of them may is said beside it.
 */
export function AtHome(): AccessDecorator {
  return ((...target: Parameters<MethodDecorator>) => {
    for (const directive of ['@inaccessible', '@tag(name: "home")']) {
      (Directive(directive) as MethodDecorator)(...target);
    }
  }) as AccessDecorator;
}
