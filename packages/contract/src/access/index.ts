export * from './access-outcome';
export * from './access-record';
export * from './access-record-connection';
export { Authenticated } from './authenticated';
export { DecidedAs } from './decided-as';
export { Public, type AccessDecorator } from './public';
export { RequiresScopes } from './requires-scopes';
