export * from './holds-meetings';
export * from './meeting';
export * from './meeting-connection';
