export type Measures = { readonly ndcg: number; readonly mrr: number; readonly recall: number }

const DEPTH = 10

/** nDCG@10, MRR@10 and recall@10 of rankings where each question has one right answer. */
export function measure(ranks: readonly (number | null)[]): Measures {
  const found = ranks.filter((rank): rank is number => rank !== null && rank <= DEPTH)
  const mean = (value: (rank: number) => number) =>
    found.reduce((sum, rank) => sum + value(rank), 0) / Math.max(1, ranks.length)
  return {
    ndcg: mean((rank) => 1 / Math.log2(rank + 1)),
    mrr: mean((rank) => 1 / rank),
    recall: mean(() => 1),
  }
}

/** The same for a ranking whose answers have grades; recall counts those of the highest grade. */
export function gradedMeasures(ranked: readonly string[], grades: ReadonlyMap<string, number>): Measures {
  const gain = (grade: number, place: number) => (2 ** grade - 1) / Math.log2(place + 2)
  const sum = (some: readonly number[]) => some.reduce((all, one, place) => all + gain(one, place), 0)
  const found = ranked.slice(0, DEPTH).map((id) => grades.get(id) ?? 0)
  const ideal = [...grades.values()].sort((one, other) => other - one).slice(0, DEPTH)
  const first = found.findIndex((grade) => grade > 0)
  const best = Math.max(0, ...ideal)
  const wanted = Math.min(DEPTH, ideal.filter((grade) => grade === best).length)
  return {
    ndcg: ideal.length === 0 ? 0 : sum(found) / sum(ideal),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    recall: wanted === 0 ? 0 : Math.min(wanted, found.filter((grade) => grade === best).length) / wanted,
  }
}

export function meanOf(figures: readonly Measures[]): Measures {
  const mean = (of: (one: Measures) => number) =>
    figures.reduce((sum, one) => sum + of(one), 0) / Math.max(1, figures.length)
  return { ndcg: mean((one) => one.ndcg), mrr: mean((one) => one.mrr), recall: mean((one) => one.recall) }
}
