import { isFinancialYear } from './calendar/financial-year';
import { textScalar } from './text-scalar';

/** A local-government financial year, 1 April to 31 March, as `2025-26`. */
export const FinancialYear = textScalar(
  'FinancialYear',
  'A local-government financial year, 1 April to 31 March, as `2025-26`.',
  'two consecutive years such as 2025-26',
  isFinancialYear,
);
