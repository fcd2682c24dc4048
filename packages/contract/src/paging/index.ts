export * from './connection';
export * from './connection-from';
export * from './cursor';
export * from './page-info';
export * from './page-size';
