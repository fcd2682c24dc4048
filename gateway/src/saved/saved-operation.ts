import { hash } from 'node:crypto';
import type { SavedExample } from '@hub/explorer';
import {
  getOperationAST,
  OperationTypeNode,
  parse,
  type DocumentNode,
  type NameNode,
  type OperationDefinitionNode,
} from 'graphql';

/** A question that the gateway keeps, and that is asked for by its name or its id. */
export interface SavedOperation {
  /** The name of its file, as `01-every-partnership`. */
  name: string;
  title: string;
  about: string;
  /** SHA-256 of its text in UTF-8, in hexadecimal digits. */
  id: string;
  /** Its text, without the comments at the head of its file. */
  body: string;
  document: DocumentNode;
  operation: OperationDefinitionNode & { name: NameNode };
}

/**
 * Makes a saved operation of what its file holds.
 *
 * @throws Error where that is not one query with a name: by its address it is asked with GET, which changes nothing.
 */
export function savedOperation({ name, title, about, query: body }: SavedExample): SavedOperation {
  const document = parse(body);
  const operation = getOperationAST(document);
  if (operation?.operation !== OperationTypeNode.QUERY || !operation.name) {
    throw new Error(`The saved operation ${name} is not one query with a name.`);
  }
  return {
    name,
    title,
    about,
    id: hash('sha256', body),
    body,
    document,
    operation: { ...operation, name: operation.name },
  };
}
