/**
 * Whether some text fits both patterns, in which `*` is any run of characters and `?` any one.
 */
export function overlaps(a: string, b: string): boolean {
  // fits[j]: whether what is left of `a` from the current place and what is left of `b` from j can be the same text.
  let fits: boolean[] = [];
  for (let i = a.length; i >= 0; i -= 1) {
    const before = fits;
    fits = [];
    for (let j = b.length; j >= 0; j -= 1) fits[j] = fitsAt(i, j, before);
  }
  return fits[0] === true;

  function fitsAt(i: number, j: number, next: readonly boolean[]): boolean {
    const [one, other] = [a[i], b[j]];
    if (one === undefined && other === undefined) return true;
    if (one === '*') return next[j] === true || (other !== undefined && fits[j + 1] === true);
    if (other === '*') return fits[j + 1] === true || (one !== undefined && next[j] === true);
    if (one === undefined || other === undefined) return false;
    return (one === other || one === '?' || other === '?') && next[j + 1] === true;
  }
}
