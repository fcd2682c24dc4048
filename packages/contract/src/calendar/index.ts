export * from './bank-holidays';
export * from './calendar-day';
export * from './financial-year';
export * from './partial-date';
export * from './quarter';
export * from './today';
export * from './working-days';
