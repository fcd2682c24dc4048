export * from './bank-holidays';
export * from './quarter';
export * from './today';
export * from './working-days';
export * from './months-after';
