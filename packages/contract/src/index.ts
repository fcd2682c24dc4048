import 'reflect-metadata';

export * from '@hub/scalars';
export * from './access';
export * from './calendar';
export * from './cost';
export * from './directory';
export * from './disclosure';
export * from './governance';
export * from './learning';
export * from './meetings';
export * from './money';
export * from './movements';
export * from './networks';
export * from './obligations';
export * from './paging';
export * from './procedures';
export * from './provision';
export * from './recording';
