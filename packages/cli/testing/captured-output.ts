/** What commands write in this process, from the beginning of each test. */
export function capturedOutput(): { stdout: string; stderr: string } {
  const captured = { stdout: '', stderr: '' };
  beforeEach(() => {
    Object.assign(captured, { stdout: '', stderr: '' });
    for (const name of ['stdout', 'stderr'] as const) {
      jest.spyOn(process[name], 'write').mockImplementation((text) => ((captured[name] += String(text)), true));
    }
  });
  afterEach(() => jest.restoreAllMocks());
  return captured;
}
