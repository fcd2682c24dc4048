import { Readable } from 'node:stream';
import type { RequestIdentity } from '@hub/access';
import type { GraphQLInputObjectType } from 'graphql';
import { importFile, publishedFields, spool, undoImport } from '@hub/subgraph-kit';
import type { AnyRecord, Importable, RecordDefinition, SubgraphDefinition } from '@hub/subgraph-kit';
import type { ObjectLiteral } from 'typeorm';
import { fileOf } from './importing/file-of';
import { openSubgraph, type OpenSubgraph } from './open-subgraph';
import { everyRequestIdentity } from './request-identities';

/** Inputs that show how a record behaves. */
export interface RecordExamples<Input> {
  /** What is recorded. */
  valid: Input;
  /** What of it another caller may want otherwise; null for a record that holds nothing beside its key. */
  other: Partial<Input> | null;
  /** For each code but that of other content: what of the valid input must change to be refused with it. */
  refused: Readonly<Record<string, Partial<Input> & Record<string, unknown>>>;
  /** What must be there before, as SQL. @default none */
  before?: string;
  /** What keeps it from being changed, by code: SQL that brings it about, and SQL that ends it. @default none */
  held?: Readonly<Record<string, [begins: string, ends: string]>>;
}

interface Answer {
  row: object | null;
  codes: string[];
}

/**
 * What holds of each record of a subgraph.
 *
 * @param requestIdentity - who records. @default who may record everything
 */
export function describeRecords(
  subgraphOf: SubgraphDefinition,
  describe: (describeRecord: DescribeRecord) => void,
  requestIdentity = everyRequestIdentity(subgraphOf.name),
): void {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(subgraphOf, { requestIdentity });
  });
  afterAll(() => subgraph?.close());
  describe((definition, examples) => describeOne(() => subgraph, definition, examples, requestIdentity));
}

/** By which any text of a record is refused. */
const CODES_OF_TEXTS = ['NAMES_SOMEBODY', 'TOO_LONG'];
/** By what somebody can be recognised wherever it stands. */
const NUMBER = '9434765919';

/** Says how one record behaves. */
export type DescribeRecord = <Row extends ObjectLiteral, Input extends object>(
  definition: RecordDefinition<Row, Input>,
  examples: RecordExamples<Input>,
) => void;

function describeOne(
  opened: () => OpenSubgraph,
  definition: AnyRecord,
  examples: RecordExamples<object>,
  requestIdentity: RequestIdentity,
): void {
  const { mutation, name, by, table, demonstration, answers, input: inputType, partOf, mayRecord } = definition;
  const { role } = requestIdentity.caller!;
  const { valid, other, refused, before, held = {} } = examples;
  const takenCode = definition.taken?.code ?? 'REFERENCE_TAKEN';
  const texts = publishedFields(inputType).flatMap(({ name: field, getType }) => (getType() === String ? [field] : []));

  const record = (change: object = {}) => ask(mutation, inputType.name, { ...valid, ...change });
  const correct = (change: object, reason = 'Mistyped at the time') =>
    ask(`correct${name}`, `Correct${name}Input`, { ...valid, ...change, reason });
  const withdraw = (reason = 'Recorded by mistake') => {
    const key = Object.entries(valid).filter(([given]) => by.includes(given));
    return ask(`withdraw${name}`, `Withdraw${name}Input`, { ...Object.fromEntries(key), reason });
  };
  async function ask(mutationName: string, type: string, input: object): Promise<Answer> {
    const { data, errors } = await opened().ask(
      `mutation ($input: ${type}!) {
        done: ${mutationName}(input: $input) { row: ${answers.as} { __typename } userErrors { code field message } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    const { row, userErrors } = data!['done'] as {
      row: object | null;
      userErrors: { code: string; field: string[] }[];
    };
    const given = Object.keys((opened().recordingSchema.getType(inputType.name) as GraphQLInputObjectType).getFields());
    for (const { field: path } of userErrors) {
      expect(path[0]).toBe('input');
      expect([...given, 'reason']).toContain(path[1]);
    }
    return { row, codes: userErrors.map(({ code }) => code) };
  }
  const rows = async () => {
    const found = await opened().dataSource.query<{ row: string }[]>(
      `SELECT row_to_json(one)::text AS row FROM ${table} one ORDER BY 1`,
    );
    return found.map(({ row }) => row);
  };
  const mark = (row: string, isSynthetic: boolean) =>
    opened().dataSource.query(
      `UPDATE ${table} one SET is_synthetic = $2 WHERE (row_to_json(one)::jsonb - 'is_synthetic') = ($1::jsonb - 'is_synthetic')`,
      [row, isSynthetic],
    );
  const history = () => opened().dataSource.query<ObjectLiteral[]>('SELECT * FROM record_change ORDER BY id');
  /** What is stored by the work that was not stored before. */
  const changes = async (work: () => Promise<unknown>) => {
    const earlier = await rows();
    await work();
    return (await rows()).filter((row) => !earlier.includes(row));
  };

  describe(`what ${mutation} records`, () => {
    let recorded: string;
    beforeAll(async () => {
      if (before) await opened().dataSource.query(before);
    });

    it.each(Object.entries(refused))('is refused with %s, and nothing is recorded', async (code, change) => {
      const found = await changes(async () => expect((await record(change)).codes).toContain(code));
      expect(found).toEqual([]);
    });

    it('names every code of its refusals in its description, and each is shown here', () => {
      const field = opened().recordingSchema.getMutationType()!.getFields()[mutation]!;
      const codes = [...Object.keys(refused), ...(other || demonstration === 'refuses' ? [takenCode] : [])];
      const told = /Codes: (.*)\.$/.exec(field.description!)![1]!.split(', ');
      // Here everybody may.
      const documented = told.filter((code) => !mayRecord?.codes.includes(code));
      const shownElsewhere = [takenCode, ...(texts.length > 0 ? CODES_OF_TEXTS : [])];
      const ofIt = (all: string[]) => all.filter((code) => !shownElsewhere.includes(code)).sort();
      expect(ofIt(documented)).toEqual(ofIt(codes));
      expect(documented).toContain(takenCode);
    });

    if (texts.length > 0) {
      it.each(texts)('has no %s by which somebody can be recognised, or that is endless', async (text) => {
        const found = await changes(async () => {
          expect((await record({ [text]: NUMBER })).codes).toContain('NAMES_SOMEBODY');
          expect((await record({ [text]: 'Long '.repeat(2000) })).codes).toContain('TOO_LONG');
        });
        expect(found).toEqual([]);
      });
    }

    it('is recorded once by two callers at the same moment', async () => {
      const found = await changes(async () => {
        const answers = await Promise.all([record(), record()]);
        expect(answers).toEqual([answers[0], answers[0]]);
        expect(answers[0]).toEqual({ row: expect.anything(), codes: [] });
      });
      expect(found).toHaveLength(1);
      recorded = found[0]!;
    });

    it('is not changed by the same again', async () => {
      expect(await changes(async () => expect((await record()).codes).toEqual([]))).toEqual([]);
    });

    if (by.includes('reference')) {
      it('is not recorded again under its reference in other case, other Unicode or with spaces around it', async () => {
        const { reference } = valid as { reference: string };
        const found = await changes(async () => {
          const answers = await Promise.all([record({ reference: ` ${reference.toLowerCase()} ` }), record()]);
          expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
        });
        expect(found).toEqual([]);
      });
    }

    if (other !== null) {
      it('is not changed by other content, which is refused', async () => {
        expect(await changes(async () => expect((await record(other)).codes).toEqual([takenCode]))).toEqual([]);
      });
    }

    if ('isSynthetic' in definition.schema.options.columns && demonstration !== 'follows') {
      it(`${demonstration} a demonstration record of the same`, async () => {
        await mark(recorded, true);
        const answer = await record();
        if (demonstration === 'refuses') {
          expect(answer).toEqual({ row: null, codes: [takenCode] });
          await mark(recorded, false);
        } else {
          expect(answer.codes).toEqual([]);
        }
        await opened().reload(false);
        expect(await rows()).toContain(recorded);
        await opened().reload(true);
        expect(await rows()).toContain(recorded);
      });
    }

    for (const [code, [begins, ends]] of Object.entries(held)) {
      it(`stays as it is where ${code} says so`, async () => {
        await opened().dataSource.query(begins);
        const found = await changes(async () => {
          expect((await withdraw()).codes).toEqual([code]);
          if (other !== null) expect((await correct(other)).codes).toEqual([code]);
        });
        expect(found).toEqual([]);
        await opened().dataSource.query(ends);
      });
    }

    if (other !== null) {
      it('is corrected with a reason, once, and the history says what it was', async () => {
        expect((await correct(other, '.')).codes).toEqual(['SAYS_NOTHING']);
        expect((await correct(other, `Of child ${NUMBER}`)).codes).toEqual(['NAMES_SOMEBODY']);
        const earlier = await history();
        const found = await changes(async () => {
          for (const _ of [1, 2]) expect(await correct(other)).toEqual({ row: expect.anything(), codes: [] });
        });
        expect(found).toHaveLength(1);
        expect(await record()).toEqual({ row: null, codes: [takenCode] });
        const [change, ...others] = (await history()).slice(earlier.length);
        expect(others).toEqual([]);
        expect(change).toMatchObject({
          record_type: name,
          kind: 'CORRECTED',
          reason: 'Mistyped at the time',
          role,
        });
        await correct({});
        expect(await rows()).toContain(recorded);
      });
    }

    it('is withdrawn with a reason, stays in the history, and may be recorded again', async () => {
      expect((await withdraw('no no')).codes).toEqual(['SAYS_NOTHING']);
      expect((await withdraw(`Of child ${NUMBER}`)).codes).toEqual(['NAMES_SOMEBODY']);
      const earlier = await rows();
      expect(await withdraw()).toEqual({ row: expect.anything(), codes: [] });
      const [without, left] = [earlier.filter((row) => row !== recorded), await rows()];
      expect(left.filter((row) => !partOf || earlier.includes(row))).toEqual(without);
      expect(left).toHaveLength(without.length + (partOf ? 1 : 0));
      expect((await withdraw()).codes).toEqual(['RECORD_UNKNOWN']);
      if (other !== null) expect((await correct(other)).codes).toEqual(['RECORD_UNKNOWN']);
      expect((await history()).at(-1)).toMatchObject({
        record_type: name,
        kind: 'WITHDRAWN',
        reason: 'Recorded by mistake',
      });
      expect((await record()).codes).toEqual([]);
      expect(await rows()).toEqual(earlier);
    });

    it('is imported from a file of its columns, once, and undone as a whole', async () => {
      const importable = opened().importables.find((one) => one.definition === definition);
      // London records through the graph.
      if (opened().importables.length === 0) return;
      const all = await rows();
      expect(await imported(importable!)).toMatchObject({ id: null, rows: 1, unchanged: 1, problems: [] });
      expect(await rows()).toEqual(all);
      await withdraw();
      const without = await rows();
      expect(await imported(importable!, true)).toMatchObject({ id: null, recorded: 1, problems: [] });
      expect(await rows()).toEqual(without);
      const { id, ...done } = await imported(importable!);
      expect(done).toMatchObject({ rows: 1, recorded: 1, unchanged: 0, problems: [] });
      expect(await rows()).toEqual(all);
      const undone = await undoImport({ id: id!, importable: importable!, ...doing() });
      expect(undone).toMatchObject({ withdrawn: 1, problems: [] });
      expect(await rows()).toEqual(without);
      expect((await record()).codes).toEqual([]);
    });
  });

  const doing = () => ({ dataSource: opened().dataSource, requestIdentity, progress: () => undefined });
  async function imported(importable: Importable, isDryRun = false) {
    const file = await spool(Readable.from([Buffer.from(fileOf(importable.columns!, [valid]))]));
    const order = { importable, file, fileName: 'records.csv', mapping: {}, isDryRun, ...doing() };
    return importFile(order).finally(() => file.close());
  }
}
