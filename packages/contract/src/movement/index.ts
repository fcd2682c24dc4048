export * from './apply-move';
export * from './movement';
export * from './movement-event';
export * from './movement-inbox';
export * from './movement-route';
export * from './placement-distance-of';
export type { MoveRefusal, MoveRefusalCode } from './refusal';
export * from './transitions';
