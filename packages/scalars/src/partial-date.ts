import { earliestDay } from './calendar/partial-date';
import { textScalar } from './text-scalar';

/**
 * A date as precisely as its source states it (ISO 8601 reduced precision). The London SCP's terms of reference were
 * agreed in "December 2022": `2022-12`, and no day is invented.
 */
export const PartialDate = textScalar(
  'PartialDate',
  'A date as precisely as its source states it: a year `2022`, a month `2022-12` or a day `2022-12-31`.',
  'a year, a month or a day such as 2022, 2022-12 or 2022-12-31',
  (text) => earliestDay(text) !== '',
);
