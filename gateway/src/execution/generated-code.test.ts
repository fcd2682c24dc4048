import { GeneratedCode, inRuns, literal } from './generated-code';

/** What the engine is given to read at once, in characters. */
function modulesOf(work: () => void): number[] {
  const original = globalThis.Function;
  const characters: number[] = [];
  globalThis.Function = new Proxy(original, {
    construct(made, given: string[]) {
      characters.push(given.at(-1)!.length);
      return Reflect.construct(made, given) as object;
    },
  });
  try {
    work();
  } finally {
    globalThis.Function = original;
  }
  return characters;
}

describe('generated code', () => {
  it('is one function where functions read alike', () => {
    const code = new GeneratedCode();
    expect(code.add('a', 'return a+1;')).toBe(code.add('a', 'return a+1;'));
    expect(code.add('a', 'return a+2;')).not.toBe(code.add('b', 'return a+2;'));
  });

  it('is read in modules of bounded length, over which functions call each other and use what is made outside', () => {
    const code = new GeneratedCode();
    const outside = { calls: 0 };
    let name = code.add('n', `${code.constant(outside)}.calls++;return n;`);
    const make = () => {
      for (let index = 0; index < 3000; index++) {
        name = code.add('n', `const t=${literal(`k0 f1 ${index} "\u2028`)};return ${name}(n+t.length);`);
      }
      expect(code.build<(n: number) => number>(name)(1)).toBeGreaterThan(3000 * 8);
    };
    const modules = modulesOf(make);
    expect(modules.length).toBeGreaterThan(5);
    expect(Math.max(...modules)).toBeLessThan(40_000);
    expect(outside.calls).toBe(1);
  });

  it('has functions that call themselves', () => {
    const code = new GeneratedCode();
    const name = code.add('n', 'return n<2?1:n*self(n-1);');
    expect(code.build<(n: number) => number>(name)(5)).toBe(120);
  });

  it('has statements in runs, all of them and in order', () => {
    const statements = Array.from({ length: 500 }, (_, index) => `${index};`.repeat(20));
    const runs = inRuns(statements);
    expect(runs.join('')).toBe(statements.join(''));
    expect(runs.length).toBeGreaterThan(1);
    expect(Math.max(...runs.map(({ length }) => length))).toBeLessThan(11_000);
    expect(inRuns([])).toEqual(['']);
  });
});
