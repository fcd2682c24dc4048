export { HOME_MOVEMENTS } from './home/home-movements';
export { HUB_MOVEMENTS } from './hub/hub-movements';
export { servedApi, type ServedApi } from './openapi/served-api';
export { addPlainApi, type GraphAnswer, type GraphDoor } from './route/add-plain-api';
export type { PlainApi, PlainRoute } from './route/plain-route';
export type { ServedRoute } from './route/served-route';
