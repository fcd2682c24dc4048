import type { SubgraphContext } from '@hub/subgraph-kit';
import { coverageOf } from '../directory/coverage';
import type { AnsweringAdopter } from './adopters-by-place';
import type { AdoptionPosition, ProcedureAdoptionSummary } from './procedure-adoption-summary';
import { editionsOfProcedure } from './procedure-loaders';
import { reduceAdoption } from './reduce-adoption';

/** Reduces what partnerships say of their adoptions to the summary of one procedure on a day. */
export async function adoptionSummaryOf(
  context: SubgraphContext,
  procedureId: string,
  adopters: readonly AnsweringAdopter[],
  on: string,
): Promise<ProcedureAdoptionSummary> {
  const editions = await editionsOfProcedure(context).load(procedureId);
  const answered = adopters.flatMap(({ partnership, procedureAdoptions: all }) => (all ? [{ partnership, all }] : []));
  const { currentEditionId, positions: places } = reduceAdoption(
    editions,
    answered.map(({ all }) =>
      all
        // An adoption that names no edition says nothing of which edition is worked to.
        .flatMap(({ edition, ...adoption }) => (edition ? [{ ...adoption, editionId: edition.id }] : []))
        .filter((adoption) => adoption.procedureId === procedureId),
    ),
    on,
  );

  const editionOf = (id: string | null) => editions.find((edition) => edition.id === id) ?? null;
  const positions: AdoptionPosition[] = places.map((place, index) => ({
    ...place,
    partnership: answered[index]!.partnership,
    edition: editionOf(place.editionId),
  }));
  return {
    on,
    coverage: await coverageOf(context, new Set(answered.map(({ partnership }) => partnership.id))),
    currentEdition: editionOf(currentEditionId),
    positions,
    behind: positions
      .filter(({ isCurrent }) => isCurrent === false)
      .sort((a, b) => (b.lagDays ?? 0) - (a.lagDays ?? 0)),
    variations: positions.filter(({ localVariations }) => localVariations.length > 0),
  };
}
