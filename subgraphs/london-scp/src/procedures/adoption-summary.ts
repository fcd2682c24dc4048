import type { ProcedureAdoption } from '@hub/contract';
import { reduceOver, type Answered } from '../directory/reduce-over';
import type { AdoptionPosition, ProcedureAdoptionSummary } from './procedure-adoption-summary';
import { editionsOfProcedure } from './procedure-loaders';
import { reduceAdoption } from './reduce-adoption';

/** What partnerships say of their adoptions of one procedure, on a day. */
export const adoptionSummary = reduceOver(
  'adopters',
  'AdoptsProcedures',
  'procedureAdoptions { procedureId adoptedOn localVariations edition { id } }',
  async (
    { answers, coverage }: Answered<{ procedureAdoptions: ProcedureAdoption[] }>,
    context,
    procedureId: string,
    on: string,
  ): Promise<ProcedureAdoptionSummary> => {
    const editions = await editionsOfProcedure(context).load(procedureId);
    const { currentEditionId, positions: places } = reduceAdoption(
      editions,
      answers.map(({ procedureAdoptions }) =>
        procedureAdoptions
          // An adoption that names no edition says nothing of which edition is worked to.
          .flatMap(({ edition, ...adoption }) => (edition ? [{ ...adoption, editionId: edition.id }] : []))
          .filter((adoption) => adoption.procedureId === procedureId),
      ),
      on,
    );

    const editionOf = (id: string | null) => editions.find((edition) => edition.id === id) ?? null;
    const positions: AdoptionPosition[] = places.map((place, index) => ({
      ...place,
      partnership: answers[index]!.partnership,
      edition: editionOf(place.editionId),
    }));
    return {
      on,
      coverage,
      currentEdition: editionOf(currentEditionId),
      positions,
      behind: positions
        .filter(({ isCurrent }) => isCurrent === false)
        .sort((a, b) => (b.lagDays ?? 0) - (a.lagDays ?? 0)),
      variations: positions.filter(({ localVariations }) => localVariations.length > 0),
    };
  },
);
