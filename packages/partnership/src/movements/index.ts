export { recordStanding, type RecordStanding } from './record-standing';
export { applyToRecord, forgetNotice } from './store/apply-to-record';
export { movementOf, type OwnMovement } from './store/movement-of';
export * from './store/movement-records';
export { OUTBOX_CHANNEL, writeOutbox } from './store/write-outbox';
export { movementMutations } from './mutations/movement-mutations';
export { accessDaysAfterClosing } from './access-days';
