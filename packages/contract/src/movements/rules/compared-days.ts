/**
 * For how many days after its end a movement is still compared with the records of its two sides: a quarter. A partnership
 * answers for a day more, so that two clocks which differ a little make no disagreement.
 */
export const COMPARED_DAYS = 92;
