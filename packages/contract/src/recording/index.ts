export * from './keeps-history';
export * from './record-change';
export * from './record-change-kind';
export * from './resolved-elsewhere';
export * from './sourced';
export * from './sourced-text';
export * from './synthetic';
export * from './user-error';
