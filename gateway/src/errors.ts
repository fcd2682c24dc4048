import { HTTP_ERRORS } from '@hub/http';
import { LIMIT_ERRORS } from '@hub/limits';
import { GraphQLError } from 'graphql';

/** What the gateway says of a failure. */
interface GatewayErrorDefinition {
  message: string;
  remedy: string;
  /** The HTTP status, where the whole request is refused. */
  status?: number;
}

/** Every code that the gateway itself gives to a client, and what to do about it. */
export const GATEWAY_ERRORS = {
  ...HTTP_ERRORS,
  SUBGRAPH_UNAVAILABLE: {
    message: '{Subgraph} did not answer.',
    remedy: 'The rest of the answer is good. Ask again later; extensions.paths names what is missing.',
  },
  SUBGRAPH_NOT_SERVED: {
    message: '{Subgraph} was not asked: it publishes no schema that can be served.',
    remedy:
      "The rest of the answer is good. Tell whoever runs the subgraph; the gateway's log says what is wrong, and it is served as soon as that is mended.",
  },
  DEADLINE_EXCEEDED: {
    message: '{Subgraph} had not answered when the time for the operation was over.',
    remedy: 'The rest of the answer is good. Ask for less at once; the time is QUESTION_TIMEOUT_MS.',
  },
  SUBGRAPH_SHARE_EXCEEDED: {
    message: '{Subgraph} was not asked: as many of your requests to it are under way and waiting as may be.',
    remedy: 'The rest of the answer is good. Ask fewer questions at the same time.',
  },
  SUBGRAPH_FAILED: {
    message: '{Subgraph} could not complete its part. Quote request {requestId}.',
    remedy: 'The rest of the answer is good. Give the request id to whoever runs the subgraph.',
  },
  ANSWER_MISFIT: {
    message: 'What was answered for {field} does not fit the schema.',
    remedy: 'The rest of the answer is good. Tell whoever runs the subgraph that answers the field.',
  },
  COVERAGE_INCOMPLETE: {
    message: 'Something of the answer is missing, and x-require-coverage: full takes all of it or nothing.',
    remedy:
      'Ask again later, or without the header for what there is. The other errors, and extensions.coverage, say what is missing.',
  },
  COVERAGE_UNKNOWN: {
    message: 'The header x-require-coverage has another value than full.',
    remedy: 'Send x-require-coverage: full to be given all or nothing, or leave the header out.',
    status: 400,
  },
  COVERAGE_OF_MUTATION: {
    message: 'The header x-require-coverage is for queries, and this is a mutation.',
    remedy: 'Send the mutation without the header; ask for what must be whole in a query after it.',
    status: 400,
  },
  INTERNAL_SERVER_ERROR: {
    message: 'The hub could not complete the request. Quote request {requestId}.',
    remedy: 'Give the request id to whoever runs the hub; its log has the cause.',
  },
  ...LIMIT_ERRORS,
  UNAUTHORIZED_FIELD_OR_TYPE: {
    message: 'You may not see {field}: it needs {needs}.',
    remedy:
      'The rest of the answer is good. Send a token whose role has the scope; docs/reference/access.md lists them.',
    status: 403,
  },
  UNKNOWN_OPERATION: {
    message: 'The document does not say which operation to run: operationName is "{operation}".',
    remedy: 'Name one of its operations, or send a document that holds one only.',
  },
  SAVED_OPERATION_UNKNOWN: {
    message: 'No operation is saved here as {id}. GET /operations lists those that are.',
    remedy: 'Ask for one of the list by its name or its id, or POST the document itself to /graphql.',
    status: 404,
  },
  SAVED_OPERATIONS_ONLY: {
    message: 'Saved operations alone are answered here, and this is none of them. GET /operations lists them.',
    remedy:
      'Send the documentId of one of the list. Whoever runs the hub saves another, or takes SAVED_OPERATIONS_ONLY away.',
    status: 403,
  },
  VARIABLES_UNREADABLE: {
    message: 'The parameter variables is not a JSON object.',
    remedy: 'Write the variables as JSON, percent-encoded: ?variables=%7B%22on%22%3A%222026-10-31%22%7D.',
    status: 400,
  },
  OPERATION_NOT_PLANNED: {
    message: 'The operation could not be planned: {reason}.',
    remedy:
      'Ask for less at once, or in several operations. Others were answered meanwhile; after a minute it is tried again.',
    status: 400,
  },
  REQUEST_TOO_LARGE: {
    message: 'The request body is larger than {limit} bytes.',
    remedy: 'Send a smaller operation, or raise MAX_BODY_BYTES.',
  },
  BAD_REQUEST: {
    message: 'The request is not one that can be answered: {reason}.',
    remedy: 'POST application/json with one operation, or GET with a query parameter; the message says what else.',
  },
  STARTING: {
    message: 'The gateway is starting. Ask again in a few seconds.',
    remedy: 'Wait as long as retry-after says.',
    status: 503,
  },
  NOT_FOUND: {
    message: 'Nothing is served at this path.',
    remedy: 'The graph is at /graphql, the feed of movements at /feed, the explorer at /explorer.',
  },
  ORIGIN_NOT_ALLOWED: {
    message: 'Pages of {origin} may not ask here: CORS_ORIGINS at the gateway {cause}.',
    remedy: 'Add the origin to CORS_ORIGINS, as https://dashboard.example, and start the gateway again.',
    status: 403,
  },
  EXPLORER_ONLY: {
    message: 'Tokens are given to the explorer on this machine. Run "hub token".',
    remedy: 'npm run -s hub -- token <role> gives one at a development hub.',
    status: 403,
  },
  EXPLAIN_NOT_ALLOWED: {
    message: 'How an operation is answered is told to those with the scope {scope}.',
    remedy: 'Send a token whose role has the scope; docs/reference/access.md lists them.',
    status: 403,
  },
  MUTATION_NOT_RUN: {
    message: 'A mutation is explained without being run.',
    remedy: 'Leave run=true out; nothing was changed.',
    status: 400,
  },
  NO_SUCH_TOKEN: {
    message: '{reason}',
    remedy: 'The message names what to choose otherwise; /explorer/roles.json has the roles and what each takes.',
    status: 400,
  },
  UNAUTHENTICATED: {
    message: '{reason}',
    remedy: 'Send "authorization: Bearer <token>" with a token that is accepted here, or no token at all.',
    status: 401,
  },
  TOO_MANY_AT_ONCE: {
    message: 'As many of your requests are under way and waiting as may be. Ask again in {seconds} s.',
    remedy: 'Wait for answers before you ask more; retry-after says how long at least.',
    status: 429,
  },
  HUB_BUSY: {
    message: 'The hub has as much to do as it takes on. Ask again in {seconds} s.',
    remedy: 'Wait as long as retry-after says. Nothing was done, so the same may be sent again.',
    status: 503,
  },
  PURPOSE_REQUIRED: {
    message: 'This reaches the data of single children, so it needs a purpose. Send the header x-purpose: {purposes}.',
    remedy: 'Send x-purpose and x-reason, or leave the child-level fields out.',
    status: 400,
  },
  PURPOSE_UNKNOWN: {
    message: 'The header x-purpose names no purpose of the hub. Send {purposes}.',
    remedy: 'Send one purpose, as it is written in the list.',
    status: 400,
  },
  PURPOSE_NOT_ALLOWED: {
    message: 'The role {role} may not ask for {purpose}. It may ask for: {purposes}.',
    remedy: 'Ask for a purpose of the role, or leave the child-level fields out.',
    status: 403,
  },
  REASON_REQUIRED: {
    message:
      'This reaches the data of single children, so it needs a reason. Send the header x-reason with {rule}, up to {limit} characters in UTF-8, without control characters.',
    remedy: 'Say in your own words why the data is needed, as "Found in Ilford tonight". Do not name the child.',
    status: 400,
  },
  BREAK_GLASS_ENDED: {
    message: 'The time of the break-glass alert {alert} is over. The privacy officer must close it before the next.',
    remedy: 'Ask for another purpose, or have the alert closed.',
    status: 403,
  },
  AUDIT_UNAVAILABLE: {
    message: 'The access could not be recorded, so nothing is answered. Quote request {requestId}.',
    remedy: 'Ask again later. The gateway needs DATABASE_URL, and the database behind it.',
    status: 503,
  },
  TOO_MANY_FEEDS: {
    message: '{who} {limit} feeds open. Close one before you open another.',
    remedy: 'Let the pages of one caller share a feed, and a system open one feed alone.',
    status: 429,
  },
  FEED_UNAVAILABLE: {
    message: 'No more feeds can be opened here now. Ask for movements now and then, and open the feed later.',
    remedy: 'The gateway is closing, or as many feeds are open as it keeps. Another gateway beside it keeps more.',
    status: 503,
  },
  REGISTRY_KEY_REFUSED: {
    message: 'The registry is asked with a key: send "authorization: Bearer hub_…". This is none, or is revoked.',
    remedy: "Ask the hub's operator for one: npm run -s hub -- key issue --subgraph <name>.",
    status: 401,
  },
  REGISTRY_NOT_YOURS: {
    message: 'This key is none for the subgraph {subgraph}.',
    remedy: 'Publish with the key of that subgraph; GET /registry/me says whose this one is.',
    status: 403,
  },
  REGISTRY_BUSY: {
    message: 'As many publications wait as the registry takes. Nothing was published. Ask again in {seconds} s.',
    remedy: 'Send the same again as late as retry-after says.',
    status: 503,
  },
  REGISTRY_UNAVAILABLE: {
    message: "The registry's database does not answer. Whether something was published is not known.",
    remedy: 'Send the same again later: what is served already is not published twice.',
    status: 503,
  },
  PUBLICATION_UNKNOWN: {
    message: 'There is no number {number} in the history.',
    remedy: 'GET /registry/publications lists those that there are.',
    status: 404,
  },
  PUBLICATION_OUTDATED: {
    message: 'Of {subgraph} the publication {version} is served, and not {expected}. Nothing was published.',
    remedy: 'Look at what came since, at GET /registry/publications, and publish on top of it.',
    status: 409,
  },
  PUBLICATION_NOT_GOOD: {
    message: 'The publication {number} was never good, or was rolled back.',
    remedy: 'Restore one whose result is SERVED.',
    status: 409,
  },
  PUBLICATION_INVALID: {
    message: '{field} is missing or wrong: {reason}.',
    remedy: 'gateway/README.md says what each request has; a reason is one line of up to 500 characters.',
    status: 400,
  },
  ROUTING_URL_REFUSED: {
    message: 'The gateway does not ask a subgraph at this address: {reason}.',
    remedy:
      'Give an address with https whose host the operator has in REGISTRY_ROUTING_HOSTS, and none for a subgraph that the hub is configured with.',
    status: 400,
  },
} as const satisfies Record<string, GatewayErrorDefinition>;

/** A code of {@link GATEWAY_ERRORS}. */
export type GatewayErrorCode = keyof typeof GATEWAY_ERRORS;

/** The subgraph that belongs to the London SCP itself, and not to a partnership. */
export const HUB_SUBGRAPH = 'london-scp';

/** Fills the `{placeholders}` of a code's message. */
export function gatewayMessage(code: GatewayErrorCode, values: Readonly<Record<string, string | number>> = {}): string {
  return GATEWAY_ERRORS[code].message.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'Subgraph') return subgraphTitle(String(values['subgraph']));
    return String(values[name] ?? `{${name}}`);
  });
}

/** The HTTP status of a whole request that is refused by this code; undefined if none is. */
export function gatewayStatus(code: unknown): number | undefined {
  const definitions: Readonly<Record<string, GatewayErrorDefinition>> = GATEWAY_ERRORS;
  return typeof code === 'string' && Object.hasOwn(definitions, code) ? definitions[code]!.status : undefined;
}

/** A refusal of a whole operation, with its HTTP status and headers. */
export function gatewayError(
  code: GatewayErrorCode,
  values: Readonly<Record<string, string | number>> = {},
  headers?: Map<string, string>,
) {
  const { status }: GatewayErrorDefinition = GATEWAY_ERRORS[code];
  const http = status && { http: { status, ...(headers && { headers }) } };
  return new GraphQLError(gatewayMessage(code, values), { extensions: { code, ...http } });
}

/** How a message begins that is about a subgraph. */
function subgraphTitle(name: string): string {
  return name === HUB_SUBGRAPH ? 'The London SCP subgraph' : `The partnership ${name}`;
}
