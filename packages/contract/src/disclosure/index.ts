export * from './safe-counts';
