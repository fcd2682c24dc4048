import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';
import { finding } from '../finding';
import { lineOf } from '../schema-types';
import type { Rule } from './rule';

const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;
const LINK = 'https://specs.apollo.dev/link/v1.0';

/** A schema is one of Federation 2, and its directives have the names that they have everywhere. */
export const federationLinks: Rule = (schema) => {
  const links = schema.document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION
      ? (node.directives ?? []).filter(({ name }) => name.value === 'link')
      : [],
  );
  const find = (reason: string, line: number | null = null) =>
    finding('FEDERATION_LINK_INVALID', { coordinate: '', subgraphs: [schema.name], line }, { reason });
  const findings = links.flatMap((link) => reasonsAgainst(link).map((reason) => find(reason, lineOf(link))));
  const isLinked = links.some((link) => FEDERATION.test(text(argument(link, 'url'))));
  return isLinked ? findings : [...findings, find('it does not link Federation 2')];
};

function reasonsAgainst(link: ConstDirectiveNode): string[] {
  const reasons: string[] = [];
  const url = text(argument(link, 'url'));
  if (!FEDERATION.test(url) && url !== LINK) reasons.push(`it links "${url}"`);
  if (argument(link, 'as')) reasons.push(`it gives "${url}" another name`);
  const imported = argument(link, 'import');
  const entries = imported?.kind === Kind.LIST ? imported.values : [];
  if (entries.some(({ kind }) => kind !== Kind.STRING)) reasons.push('it imports a directive under another name');
  return reasons;
}

const argument = (node: ConstDirectiveNode, wanted: string): ConstValueNode | undefined =>
  node.arguments?.find(({ name }) => name.value === wanted)?.value;

const text = (value: ConstValueNode | undefined) => (value?.kind === Kind.STRING ? value.value : '');
