export * from './document-change';
export * from './has-documents';
