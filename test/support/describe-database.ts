import { encodeCursor } from '@hub/contract';
import { Deadline, isPaged, type SubgraphDefinition } from '@hub/subgraph-kit';
import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import { forgedCursors } from './attacks/forged-cursors';
import { everyRequestIdentity } from './request-identities';
import { openSubgraph, type OpenSubgraph } from './open-subgraph';

/** What holds of every subgraph's database. One test file a subgraph: type-graphql keeps one store a process. */
export function describeDatabase(definition: SubgraphDefinition): void {
  describe(`the database of ${definition.name}`, () => {
    let subgraph: OpenSubgraph;
    beforeAll(async () => {
      subgraph = await openSubgraph(definition);
    });
    afterAll(() => subgraph?.close());

    const tables = async () =>
      (
        await subgraph.dataSource.query<{ name: string }[]>(
          `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
        )
      ).map(({ name }) => name);
    const rows = async () => {
      const counts: Record<string, number> = {};
      for (const table of await tables()) {
        // Its lines tell that something was written, and say nothing.
        if (table === 'record_write') continue;
        const [{ count }] = await subgraph.dataSource.query<[{ count: string }]>(`SELECT count(*) FROM "${table}"`);
        counts[table] = Number(count);
      }
      return counts;
    };
    const syntheticTables = () =>
      subgraph.dataSource.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.columns
         WHERE table_schema = 'public' AND column_name = 'is_synthetic'`,
      );
    const migrations = () => subgraph.dataSource.migrations.length;

    it('has the columns that what is stored says, by name, type and whether they may be null', async () => {
      const columns = await subgraph.dataSource.query<Record<'table' | 'name' | 'type' | 'nullable', string>[]>(
        `SELECT table_name AS table, column_name AS name, is_nullable AS nullable,
           CASE data_type WHEN 'ARRAY' THEN substr(udt_name, 2) || '[]' ELSE data_type END AS type
         FROM information_schema.columns WHERE table_schema = 'public'`,
      );
      const isStored = new Set(subgraph.dataSource.entityMetadatas.map(({ tableName }) => tableName));
      const found = columns.filter(({ table }) => isStored.has(table));
      const said = subgraph.dataSource.entityMetadatas.flatMap(({ tableName, columns: own }) =>
        own.map(({ databaseName, type, isArray, isNullable }) => {
          const plain = type === 'timestamptz' ? 'timestamp with time zone' : String(type);
          const nullable = isNullable ? 'YES' : 'NO';
          return { table: tableName, name: databaseName, nullable, type: isArray ? `${plain}[]` : plain };
        }),
      );
      const sorted = (all: typeof found) => all.map((one) => Object.values(one).join(' ')).sort();
      expect(sorted(said)).toEqual(
        sorted(found.map(({ table, name, nullable, type }) => ({ table, name, nullable, type }))),
      );
    });

    it('is left as it was by a second start', async () => {
      const before = await rows();
      await subgraph.reload(true);
      expect(await rows()).toEqual(before);
      expect(before['clause']).toBeGreaterThanOrEqual(30);
    });

    it('holds no synthetic row once demonstration data is not wanted, and all of them again when it is', async () => {
      const before = await rows();
      await subgraph.reload(false);
      const marked = await syntheticTables();
      expect(marked.length).toBeGreaterThan(0);
      for (const { name } of marked) {
        expect(await subgraph.dataSource.query(`SELECT * FROM "${name}" WHERE is_synthetic`)).toEqual([]);
      }
      await subgraph.reload(true);
      expect(await rows()).toEqual(before);
    });

    // London refuses a real record that would rest on a demonstration one; there this state cannot be.
    if (definition.name !== 'london-scp') {
      it('starts with demonstration data beside records of its own that look the same', async () => {
        const all = (await syntheticTables()).map(({ name }) => name);
        const mark = async (names: readonly string[], isSynthetic: boolean) => {
          for (const name of names) {
            await subgraph.dataSource.query(`UPDATE "${name}" SET is_synthetic = $1`, [isSynthetic]);
          }
          await subgraph.reload(false);
          await subgraph.reload(true);
        };
        // What every partnership keeps is tried one table more at a time where a partnership keeps nothing else.
        for (const names of definition.name === 'havering' ? all.map((name) => [name]) : [all])
          await mark(names, false);
        await mark(all, true);
      });
    }

    it('begins no page at a place that somebody made up', async () => {
      const types = Object.values(subgraph.schema.getTypeMap()).filter(isObjectType);
      const paged = types.flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => (isPaged(field) ? [{ type, field }] : [])),
      );
      expect(paged.length).toBeGreaterThan(0);
      const requestIdentity = everyRequestIdentity(definition.name);
      const deadline = new Deadline(Infinity);
      for (const { type, field } of paged) {
        const coordinate = `${type.name}.${field.name}`;
        const { keys, forged } = forgedCursors(encodeCursor(['2025-02-14', '', '']), coordinate, requestIdentity);
        for (const after of forged) {
          const ask = async () =>
            field.resolve!(
              {},
              { first: 1, after },
              { requestIdentity, cursorKeys: keys, deadline },
              {} as GraphQLResolveInfo,
            );
          await expect(ask()).rejects.toThrow('after must be an endCursor that an earlier page of the same list');
        }
      }
    });

    it('goes back to nothing by its migrations, and up again', async () => {
      const before = await rows();
      for (let left = migrations(); left > 0; left--) await subgraph.dataSource.undoLastMigration();
      expect(await tables()).toEqual(['migrations']);
      await subgraph.reload(true);
      expect(await rows()).toEqual(before);
    });
  });
}
