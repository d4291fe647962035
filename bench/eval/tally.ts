/** How a yes-or-no answer compares with the truth, counted. */
export type Tally = {
  readonly right: number
  readonly wrongYes: number
  readonly missed: number
  readonly rightNo: number
}

export const EMPTY: Tally = { right: 0, wrongYes: 0, missed: 0, rightNo: 0 }

export function count(tally: Tally, said: boolean, truth: boolean): Tally {
  const cell = said ? (truth ? 'right' : 'wrongYes') : truth ? 'missed' : 'rightNo'
  return { ...tally, [cell]: tally[cell] + 1 }
}

export function add(one: Tally, other: Tally): Tally {
  return {
    right: one.right + other.right,
    wrongYes: one.wrongYes + other.wrongYes,
    missed: one.missed + other.missed,
    rightNo: one.rightNo + other.rightNo,
  }
}

/** Null where there was nothing to be right about. */
export function precision({ right, wrongYes }: Tally): number | null {
  return right + wrongYes === 0 ? null : right / (right + wrongYes)
}

export function recall({ right, missed }: Tally): number | null {
  return right + missed === 0 ? null : right / (right + missed)
}

/** Cohen's kappa: agreement beyond what two readers with these habits would reach by chance. */
export function kappa({ right, wrongYes, missed, rightNo }: Tally): number {
  const all = right + wrongYes + missed + rightNo
  const agreed = (right + rightNo) / all
  const first = (right + wrongYes) / all
  const second = (right + missed) / all
  const chance = first * second + (1 - first) * (1 - second)
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance)
}
