export * from './date';
export * from './date-time';
export * from './financial-year';
export * from './partial-date';
export * from './pence';
