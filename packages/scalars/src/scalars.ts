import type { GraphQLScalarType } from 'graphql';
import { DateScalar } from './date';
import { DateTimeScalar } from './date-time';
import { FinancialYear } from './financial-year';
import { PartialDate } from './partial-date';
import { Pence } from './pence';

/** Every scalar of the hub that GraphQL does not have. */
export const SCALARS: readonly GraphQLScalarType[] = [DateScalar, DateTimeScalar, FinancialYear, PartialDate, Pence];
