export * from './has-obligations';
export * from './obligation';
export * from './obligation-record';
export * from './obligation-record-kind';
export * from './obligation-status';
export * from './rules/evaluate';
export * from './rules/judged-by';
export type { Evidence, Part } from './rules/evidence';
export type { MeetingShown } from './rules/meeting-quorum';
