export { HubError, type HubErrorCode } from './errors';
export { type OwnLanguage, subgraphFiles } from './init/subgraph-files';
export { writeFolder } from './init/write-folder';
export { type TokenOptions } from './system/development-token';
export { hubHome, removeHubHome, type HubHome } from './system/hub-home';
export { startHub, type HubExit, type RunningHub, type RunningService, type StartHubOptions } from './system/start-hub';
