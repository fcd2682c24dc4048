export * from './evaluation-respondent';
export * from './evaluation-stage';
export * from './provides-training';
export * from './training-attendance';
export * from './training-basis';
export * from './training-course';
export * from './training-evaluation';
export * from './training-reach';
