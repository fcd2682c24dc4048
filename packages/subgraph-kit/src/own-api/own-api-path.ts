/** Where a partnership's service has its own API: at the port at which the hub asks its subgraph, at `/graphql`. */
export const OWN_API_PATH = '/own/graphql';
