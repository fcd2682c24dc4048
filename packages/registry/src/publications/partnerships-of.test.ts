import { LONDON, PARTNERSHIPS } from '../../testing/toy-london';
import { partnershipsOf } from './partnerships-of';

it('are those that have a type in it', () => expect(partnershipsOf(LONDON)).toEqual(PARTNERSHIPS));

it('none are known of a schema that does not parse', () => expect(partnershipsOf('type Query {')).toEqual([]));
