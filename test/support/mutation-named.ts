/** The mutation that takes an input: `adoptProcedure` takes an `AdoptProcedureInput`. */
export function mutationNamed(input: string): string {
  return `${input[0]!.toLowerCase()}${input.slice(1)}`;
}
