export * from './declares-provision';
export * from './education-kind';
export * from './education-provision';
export * from './residential-homes';
