export * from './calendar/calendar-day';
export * from './calendar/financial-year';
export * from './calendar/partial-date';
export { DateScalar } from './date';
export { DateTimeScalar } from './date-time';
export { FinancialYear } from './financial-year';
export { PartialDate } from './partial-date';
export { Pence } from './pence';
export { SCALARS } from './scalars';
