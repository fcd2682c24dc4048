import { BANK_HOLIDAYS_TO } from '@hub/contract';

/**
 * What is said at the start of the hub from a year before the last day whose bank holidays are known; null until then. GOV.UK
 * publishes those of a year long before that, and a limit may reach half a year ahead.
 *
 * @param today - a day as `YYYY-MM-DD`
 */
export function holidaysWarning(today: string): string | null {
  const year = Number(BANK_HOLIDAYS_TO.slice(0, 4));
  if (today < `${year - 1}${BANK_HOLIDAYS_TO.slice(4)}`) return null;
  const effect = 'time limits in working days that reach beyond are NOT_KNOWN';
  const remedy = 'Run npm run bank-holidays in the checkout, build, and start again';
  return `bank holidays are known until ${BANK_HOLIDAYS_TO}: ${effect}. ${remedy}`;
}
