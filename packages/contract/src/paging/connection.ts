import { Directive, Field, ObjectType, type ClassType } from 'type-graphql';
import { DecidedAs } from '../access/decided-as';
import { PageInfo } from './page-info';

/** An edge of a connection over `Node`. */
export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** A Relay connection over `Node`. */
export interface Connection<Node> {
  edges: Edge<Node>[];
  pageInfo: PageInfo;
}

/**
 * Makes the Relay connection and edge types of a node type, named `<name>Connection` and `<name>Edge`.
 * Who may see the node may see its pages.
 *
 * @param name - GraphQL name of the node, such as `Meeting`.
 * @param nodeType - its type-graphql class.
 */
export function connectionOf<Node extends object>(
  name: string,
  nodeType: ClassType<Node>,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} in a page, with its cursor.` })
  @Directive('@shareable')
  @DecidedAs(nodeType)
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Cursor of this item.' })
    cursor!: string;

    @Field(() => nodeType, { description: 'The item.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} items.` })
  @Directive('@shareable')
  @DecidedAs(nodeType)
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The items of this page.' })
    edges!: EdgeType[];

    @Field(() => PageInfo, { description: 'Where this page stands.' })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}
