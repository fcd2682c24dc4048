export * from './resolved-elsewhere';
export * from './sourced';
export * from './sourced-text';
export * from './synthetic';
export * from './user-error';
