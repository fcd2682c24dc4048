import { MovementCategory } from '@hub/contract';
import { demonstrationMovements, seededRandom } from '@hub/partnership';

const CATEGORIES = Object.values(MovementCategory);

/** Notices of the demonstration movements, with what only the notice says: why it is given. */
export function demonstrationNotices() {
  return demonstrationMovements().map((movement) => {
    const random = seededRandom(`category/${movement.id}`);
    return { ...movement, category: CATEGORIES[Math.floor(random() * CATEGORIES.length)]!, isSynthetic: true };
  });
}
