export * from './bank-holidays';
export * from './financial-year';
export * from './nhs-number';
export * from './partial-date';
export * from './quarter';
export * from './quorum';
export * from './working-days';
