import { getMetadataStorage } from 'type-graphql';

const DECISION = /^@(tag|authenticated|requiresScopes)\b/;

/** For a type that only carries another, such as a page of it: decided as that one is. */
export function DecidedAs(type: Function): ClassDecorator {
  return (target) => {
    const storage = getMetadataStorage();
    const decided = storage.classDirectives.filter(
      (directive) => directive.target === type && DECISION.test(directive.directive.nameOrDefinition),
    );
    for (const { directive } of decided) storage.collectDirectiveClassMetadata({ target, directive });
  };
}
