export type { Check, Outcome, Result } from './check';
export { CHECKS } from './checks';
export { asJunit } from './output/junit';
export { asTap } from './output/tap';
export { asText } from './output/text';
export { runChecks } from './run-checks';
export { Subject } from './subject';
