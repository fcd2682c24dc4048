import type { SubgraphDefinition } from '@hub/subgraph-kit';
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
        const [{ count }] = await subgraph.dataSource.query<[{ count: string }]>(`SELECT count(*) FROM "${table}"`);
        counts[table] = Number(count);
      }
      return counts;
    };
    const migrations = () => subgraph.dataSource.migrations.length;

    it('is left as it was by a second start', async () => {
      const before = await rows();
      await subgraph.reload(true);
      expect(await rows()).toEqual(before);
      expect(before['clause']).toBeGreaterThanOrEqual(30);
    });

    it('holds no synthetic row once demonstration data is not wanted, and all of them again when it is', async () => {
      const before = await rows();
      await subgraph.reload(false);
      const marked = await subgraph.dataSource.query<{ name: string }[]>(
        `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'is_synthetic'`,
      );
      expect(marked.length).toBeGreaterThan(0);
      for (const { name } of marked) {
        expect(await subgraph.dataSource.query(`SELECT * FROM "${name}" WHERE is_synthetic`)).toEqual([]);
      }
      await subgraph.reload(true);
      expect(await rows()).toEqual(before);
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
