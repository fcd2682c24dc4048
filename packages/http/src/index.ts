export { CONNECTION_BOUNDS, type ConnectionBounds } from './connections';
export { knownOperations } from './graphql/known-operations';
export { parsedDocuments } from './graphql/parsed-documents';
export { refuseUnstorableText, unstorableText } from './graphql/storable-text';
export { Holdings } from './holdings';
export { HTTP_ERRORS, httpErrorMessage, HttpRefused, type HttpErrorCode } from './http-errors';
export { HttpGuard, type GuardOptions } from './http-guard';
export { logLines } from './log-lines';
export { securityHeaders, type PageSources } from './security-headers';
