import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';
import { isChildLevelScope } from './scope';

/** What it takes to select a field, or to see a type. */
export interface Requirement {
  /** Whether somebody decided: `@tag(name: "public")`, `@authenticated` or `@requiresScopes` stands there. */
  isDecided: boolean;
  /** Whether a verified caller is needed. Scopes need one too. */
  authenticated: boolean;
  /** Alternatives of scopes that are needed together; empty: none is needed. */
  scopes: readonly (readonly string[])[];
}

/** The decisions that a schema's directives hold. */
export interface AccessRules {
  /** Of a type: object, interface, enum or scalar. */
  ofType(type: string): Requirement;
  /** Of a field alone, without its parent or its type. */
  ofField(type: string, field: string): Requirement;
}

/** The tag that says "public by choice". */
const PUBLIC = 'public';

/** A scope that no role has. */
const NOBODY = 'nobody';

const NONE: Requirement = { isDecided: false, authenticated: false, scopes: [] };

/** Reads the decisions out of the SDL of a subgraph or of a supergraph. */
export function accessRules(document: DocumentNode): AccessRules {
  const types = new Map<string, Requirement>();
  const fields = new Map<string, Requirement>();
  for (const node of document.definitions) {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        types.set(node.name.value, both(types.get(node.name.value) ?? NONE, requirementOf(node.directives)));
        for (const field of node.fields ?? []) {
          fields.set(`${node.name.value}.${field.name.value}`, requirementOf(field.directives));
        }
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
      case Kind.SCALAR_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_EXTENSION:
        types.set(node.name.value, both(types.get(node.name.value) ?? NONE, requirementOf(node.directives)));
        break;
      default:
        // Nothing else can hold a decision.
        break;
    }
  }
  return {
    ofType: (type) => types.get(type) ?? NONE,
    ofField: (type, field) => fields.get(`${type}.${field}`) ?? NONE,
  };
}

/** Whether a caller meets a requirement. */
export function isMet({ authenticated, scopes }: Requirement, caller: { scopes: ReadonlySet<string> } | null): boolean {
  if (!authenticated && scopes.length === 0) return true;
  if (caller === null) return false;
  return scopes.length === 0 || scopes.some((together) => together.every((scope) => caller.scopes.has(scope)));
}

/** Whether a requirement guards data of a single child. */
export function isChildLevel({ scopes }: Requirement): boolean {
  return scopes.some((together) => together.some(isChildLevelScope));
}

/** Both of two requirements. */
export function both(a: Requirement, b: Requirement): Requirement {
  const scopes =
    a.scopes.length === 0 || b.scopes.length === 0
      ? [...a.scopes, ...b.scopes]
      : a.scopes.flatMap((one) => b.scopes.map((other) => [...new Set([...one, ...other])]));
  return { isDecided: a.isDecided || b.isDecided, authenticated: a.authenticated || b.authenticated, scopes };
}

function requirementOf(directives: readonly ConstDirectiveNode[] | undefined): Requirement {
  let requirement = NONE;
  for (const directive of directives ?? []) {
    // A directive that is not imported by `@link` carries the prefix of its specification.
    const name = directive.name.value.replace(/^federation__/, '');
    if (name === 'authenticated') {
      requirement = both(requirement, { isDecided: true, authenticated: true, scopes: [] });
    } else if (name === 'requiresScopes') {
      requirement = both(requirement, { isDecided: true, authenticated: true, scopes: scopesIn(directive) });
    } else if (name === 'tag' && textIn(directive, 'name') === PUBLIC) {
      requirement = both(requirement, { isDecided: true, authenticated: false, scopes: [] });
    }
  }
  return requirement;
}

function scopesIn(directive: ConstDirectiveNode): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === 'scopes')?.value;
  const alternatives = value?.kind === Kind.LIST ? value.values : [];
  const scopes = alternatives.map((together) =>
    together.kind === Kind.LIST && together.values.length > 0
      ? together.values.map((scope) => (scope.kind === Kind.STRING ? scope.value : NOBODY))
      : [NOBODY],
  );
  // A list that says nothing opens nothing.
  return scopes.length === 0 ? [[NOBODY]] : scopes;
}

function textIn(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}
