export * from './banded';
export * from './safe-counts';
