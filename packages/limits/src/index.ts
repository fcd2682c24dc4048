export { Allowance, type AllowanceOptions } from './allowance';
export { askerOf, type Asker } from './asker';
export { CallerAllowance, type MustWait } from './caller-allowance';
export { costRules, type CostRules, type FieldRule } from './cost-rules';
export { LIMIT_ERRORS, passedBy, type LimitCode, type PassedLimit } from './limit-errors';
export {
  ANONYMOUS_PARTS,
  HUB_MAX_TOKENS,
  HUB_OPERATION_LIMITS,
  MAX_VALIDATION_ERRORS,
  minuteLimits,
  operationLimits,
  PLAN_WEIGHT,
  TEXT_LIMITS,
  type MinuteLimits,
  type OperationLimits,
  type TextLimits,
} from './limits';
export { OperationMeter, type Measured } from './operation-meter';
export { passedLimit, textCost, textShape, type TextShape } from './text-shape';
export { valuesIn } from './values-in';
