/**
 * Shares a whole number out by weights, so that the shares add up to it exactly (largest remainders; of equal ones the
 * first). Nothing goes to a weight of 0; without any weight at all nothing is shared out.
 */
export function sharesOf(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, w) => a + w, 0)
  if (sum === 0) return weights.map(() => 0)
  const exact = weights.map((w) => (total * w) / sum)
  const shares = exact.map(Math.floor)
  const left = total - shares.reduce((a, s) => a + s, 0)
  const byRemainder = exact
    .map((e, i) => [e - Math.floor(e), i] as const)
    .filter(([, i]) => weights[i] !== 0)
    .sort(([a, i], [b, j]) => b - a || i - j)
  for (const [, i] of byRemainder.slice(0, left)) shares[i] = (shares[i] ?? 0) + 1
  return shares
}
