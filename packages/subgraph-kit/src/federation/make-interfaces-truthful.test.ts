import 'reflect-metadata';
import { HaveringPartnership, LambethPartnership, LocalPartnership, RunsLearningHubs } from '../../testing/toy-types';
import { makeInterfacesTruthful } from './make-interfaces-truthful';

beforeAll(makeInterfacesTruthful);

test('an object is an instance of the interface classes that its class implements, and of no others', () => {
  expect(new LambethPartnership()).toBeInstanceOf(LocalPartnership);
  expect(new LambethPartnership()).toBeInstanceOf(RunsLearningHubs);
  expect(new HaveringPartnership()).not.toBeInstanceOf(RunsLearningHubs);
  expect(new HaveringPartnership()).not.toBeInstanceOf(LambethPartnership);
  expect({ id: 'havering' }).not.toBeInstanceOf(LocalPartnership);
});

test('a class that extends an interface class is not mistaken for it', () => {
  class Borough extends LocalPartnership {}
  expect(new Borough()).toBeInstanceOf(LocalPartnership);
  expect(new HaveringPartnership()).not.toBeInstanceOf(Borough);
});

test('a method of the interface class without a resolver still speaks up', () => {
  const partnership = new HaveringPartnership() as unknown as LocalPartnership;
  expect(() => partnership.bodiesOf()).toThrow('The resolver class was not used.');
});
