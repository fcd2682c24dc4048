import { composeServices } from '@apollo/composition';
import { defaultPrintOptions, printSchema, shallowOrderPrintedDefinitions } from '@apollo/federation-internals';
import { parse, type ASTNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { withClaimedCapabilities } from './assembly/claimed-capabilities';
import { CompositionFailed, type CompositionIssue } from './composition-failed';
import { explanationOf } from './explanations/explain';
import { leaveOutInheritedDescriptions } from './inherited-descriptions';
import { checkSingleHome } from './checks/single-home-rule';
import { HUB_SUBGRAPH } from './checks/type-names';
import type { SubgraphDefinition } from './subgraph-definition';

/** What composition gives. */
export interface Supergraph {
  /** The supergraph, as a gateway loads it. */
  supergraphSdl: string;
  /** What composes but deserves a look, one line each. */
  hints: string[];
  /** The schema that clients see. Built when asked for. */
  apiSchema(): GraphQLSchema;
}

/** How to compose. */
export interface ComposeOptions {
  /** The subgraph that owns the root fields. @default 'london-scp' */
  hub?: string;
}

/**
 * Composes the subgraphs into one supergraph, and enforces the single home rule on it. What the hub requires of a partnership
 * is required where the partnership claims the capability.
 *
 * @throws CompositionFailed with every issue found.
 */
export function composeSupergraph(
  subgraphs: readonly SubgraphDefinition[],
  { hub = HUB_SUBGRAPH }: ComposeOptions = {},
): Supergraph {
  const { services, issues } = parseAll(subgraphs);
  if (issues.length > 0) throw new CompositionFailed(issues);

  const partnerships = services.flatMap(({ name, typeDefs }) => (name === hub ? [] : [typeDefs]));
  const composed = composeServices(
    services.map((one) =>
      one.name === hub ? { ...one, typeDefs: withClaimedCapabilities(one.typeDefs, partnerships) } : one,
    ),
  );
  const findings = checkSingleHome(subgraphs, hub);
  if (composed.errors || findings.length > 0) {
    throw new CompositionFailed([...(composed.errors ?? []).map(issueOf), ...findings]);
  }
  // The latter was made of the former when it composed.
  for (const schema of [composed.schema, composed.schema.toAPISchema()]) leaveOutInheritedDescriptions(schema);
  return {
    supergraphSdl: printSchema(composed.schema, shallowOrderPrintedDefinitions(defaultPrintOptions)),
    hints: composed.hints.map(String),
    apiSchema: () => composed.schema.toAPISchema().toGraphQLJSSchema(),
  };
}

function parseAll(subgraphs: readonly SubgraphDefinition[]) {
  const issues: CompositionIssue[] = [];
  const services = subgraphs.flatMap(({ name, url, sdl }) => {
    try {
      return [{ name, url, typeDefs: parse(sdl) }];
    } catch (error) {
      issues.push({ code: 'INVALID_GRAPHQL', message: (error as Error).message, subgraphs: [name] });
      return [];
    }
  });
  return { services, issues };
}

/** Composition names the subgraph in the error's nodes, or as a `[name]` before the message. */
function issueOf(error: GraphQLError): CompositionIssue {
  const prefix = /^\[([\w-]+)\] /.exec(error.message);
  const named = (error.nodes ?? []).map((node: ASTNode & { subgraph?: string }) => node.subgraph);
  const subgraphs = [...new Set([prefix?.[1], ...named].filter((name) => name !== undefined))];
  const code = String(error.extensions['code'] ?? 'INVALID_GRAPHQL');
  const remedy = explanationOf(code)?.mend;
  const message = prefix ? error.message.slice(prefix[0].length) : error.message;
  return { code, message, subgraphs, ...(remedy !== undefined && { remedy }) };
}
