import { removeHubHome } from '../../packages/cli/src/system/hub-home';

/** Ends what `start-test-postgres.ts` started, and removes its data. */
export default async function stopTestPostgres(): Promise<void> {
  const { testPostgres } = globalThis as unknown as { testPostgres: { stop(): Promise<void>; home: string } };
  await testPostgres.stop();
  await removeHubHome(testPostgres.home);
}
