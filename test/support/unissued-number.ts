/** An NHS number of the range 999, of which none is issued: another for each index. */
export function unissuedNumber(index: number): string {
  // Of each ten in a row at least one has a check digit; 10 is none.
  for (let serial = index * 10; ; serial++) {
    const digits = `999${String(serial).padStart(6, '0')}`;
    const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${digits}${check}`;
  }
}
