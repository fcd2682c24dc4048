export * from './connect-body-to-network-input';
export * from './connects-to-networks';
export * from './disconnect-body-from-network-input';
export * from './network-connection';
export * from './network-connection-payload';
