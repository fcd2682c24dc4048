/** Names of the fields in which what is wanted differs from what is recorded, in the order of `wanted`. */
export function changedFields<Wanted extends object>(recorded: Wanted, wanted: Wanted): string[] {
  return (Object.keys(wanted) as (keyof Wanted & string)[]).filter((field) => recorded[field] !== wanted[field]);
}
