import { Kind, parse, print, visit, type DirectiveNode } from 'graphql';

/**
 * The supergraph without the `for: SECURITY` marks. A gateway that meets the mark on a feature it does not know must refuse
 * the supergraph, and `@apollo/gateway` knows none of them. The directives themselves stay: {@link SchemaAccess}
 * enforces them.
 */
export function stripSecurity(supergraphSdl: string): string {
  const document = visit(parse(supergraphSdl), {
    SchemaDefinition: (node) => ({ ...node, directives: node.directives?.map(withoutMark) }),
    SchemaExtension: (node) => ({ ...node, directives: node.directives?.map(withoutMark) }),
  });
  return print(document);
}

/** Only features that are enforced here lose the mark; any other is still refused at load. */
const ENFORCED = /\/(authenticated|requiresScopes)\/v\d+\.\d+$/;

function withoutMark(directive: DirectiveNode): DirectiveNode {
  const argument = (name: string) => directive.arguments?.find((one) => one.name.value === name)?.value;
  const url = argument('url');
  const isEnforced = directive.name.value === 'link' && url?.kind === Kind.STRING && ENFORCED.test(url.value);
  if (!isEnforced) return directive;
  return { ...directive, arguments: directive.arguments!.filter(({ name }) => name.value !== 'for') };
}
