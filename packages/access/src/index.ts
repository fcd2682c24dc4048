export type { Caller, DeclaredPurpose, Passport } from './caller';
export { isGlassBroken } from './is-glass-broken';
export { localAuthorityOf } from './local-authority-of';
export { BREAK_GLASS_MINUTES, isPurpose, PURPOSES, REASON_LENGTH, type Purpose } from './purpose';
export { accessRules, isChildLevel, isMet, type AccessRules, type Requirement } from './requirement';
export { isRole, roleOf, ROLE_NAMES, ROLES, scopesOf, type Role, type RoleDefinition } from './role';
export { isChildLevelScope, SCOPES, type Scope, type ScopeDefinition } from './scope';
