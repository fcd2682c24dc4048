import 'reflect-metadata';
import { Directive, Field, FieldResolver, ID, InterfaceType, ObjectType, Resolver } from 'type-graphql';
import { refuseLostDeclarations } from './refuse-lost-declarations';

@InterfaceType()
abstract class Partnership {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  pool?: string;
}

@ObjectType({ implements: Partnership })
class Lambeth {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  pool?: string;
}

@Resolver(() => Partnership)
class PoolResolver {
  @FieldResolver(() => String)
  pool() {
    return 'shared';
  }
}

@Resolver(() => Lambeth)
class LambethPoolResolver {
  @FieldResolver(() => String)
  pool() {
    return 'its own';
  }
}

@Resolver(() => Lambeth)
class GuardedPoolResolver {
  @Directive('@authenticated')
  @FieldResolver(() => String)
  pool() {
    return 'not guarded at all';
  }
}

@Resolver(() => Lambeth)
class ExtraResolver {
  @Directive('@authenticated')
  @FieldResolver(() => String)
  declaredOnlyHere() {
    return 'guarded';
  }
}

test('refuses an object that redeclares a field which its interface resolves', () => {
  expect(() => refuseLostDeclarations([PoolResolver])).toThrow(
    'Lambeth.pool redeclares a field of Partnership and loses its resolver. ' +
      'Leave the field to the interface, or resolve it in a @Resolver(() => Lambeth).',
  );
});

test('accepts it when the object has a resolver of its own', () => {
  expect(() => refuseLostDeclarations([PoolResolver, LambethPoolResolver])).not.toThrow();
});

test('refuses a directive on the resolver of a declared field', () => {
  expect(() => refuseLostDeclarations([GuardedPoolResolver])).toThrow(
    'GuardedPoolResolver.pool carries a directive that would be lost. Put it on the field pool of Lambeth, which declares it.',
  );
});

test('accepts a directive on a resolver that is the only declaration of its field', () => {
  expect(() => refuseLostDeclarations([ExtraResolver])).not.toThrow();
});
