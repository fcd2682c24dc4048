/** What the registry can refuse, and what to do about it. */
export const REGISTRY_ERRORS = {
  SUBGRAPH_SDL_UNREACHABLE: {
    message: 'The subgraph {subgraph} did not give its schema: {reason}.',
    remedy: 'Start the subgraph, or correct its address, and try again.',
  },
  SUBGRAPH_SDL_INVALID: {
    message: 'The subgraph {subgraph} answered, but not with a federation schema: {reason}.',
    remedy: 'Serve Query._service { sdl } of the Apollo Federation 2 subgraph specification.',
  },
  COMPOSITION_FAILED: {
    message: 'The subgraphs do not compose: {count} found.',
    remedy: 'Correct each error listed, in the subgraph that it names.',
  },
  FIELD_HAS_TWO_HOMES: {
    message: '{coordinate} is resolvable in {subgraphs}. A field of a partnership type has one home.',
    remedy: 'Keep the field in one subgraph; mark it @external in the others, or remove it there.',
  },
  ROOT_FIELD_OUTSIDE_HUB: {
    message:
      '{coordinate} is added by {subgraphs}. Root fields belong to {hub}: it asks partnerships, and records nothing in them.',
    remedy:
      "Remove the field. Reach what it reads through the partnership's type; record, with your own people and system, by an API of your own.",
  },
  FIELD_WITHOUT_DECISION: {
    message: 'Nobody decided who may see {coordinate}.',
    remedy:
      'Put @tag(name: "public"), @authenticated or @requiresScopes on the field or on the type that declares it: ' +
      'the decorators Public, Authenticated and RequiresScopes.',
  },
  GUARDED_FIELD_NOT_NULLABLE: {
    message: '{coordinate} asks more of a caller than its type does, and may not be null.',
    remedy: 'Make the field nullable, so that it can be left out of an answer, or ask as much of its type.',
  },
  SCOPE_UNKNOWN: {
    message: '{coordinate} requires the scope {scope}, which no role can have.',
    remedy: 'Require a scope of SCOPES in @hub/access or <subgraph>:write, or add the scope there and to a role.',
  },
} as const;

/** The code of a registry error. */
export type RegistryErrorCode = keyof typeof REGISTRY_ERRORS;

/** Fills the `{placeholders}` of a code's message. */
export function registryMessage(code: RegistryErrorCode, values: Readonly<Record<string, string | number>>): string {
  return REGISTRY_ERRORS[code].message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
}
