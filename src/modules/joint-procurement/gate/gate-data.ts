import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Law, lawsOf } from '#src/modules/joint-procurement/paths.ts'
import { GATE_GROUPS, GATE_POINTS, type GatePointId } from './gate-point.ts'

const Words = z.strictObject({ nb: z.string().min(1), nn: z.string().min(1), en: z.string().min(1) })

const PointText = z.strictObject({
  id: z.enum(GATE_POINTS),
  group: z.enum(GATE_GROUPS),
  /** References of this file, and of `paths.json`. */
  laws: z.array(z.string()),
  title: Words,
  why: Words,
})
export type PointText = Omit<z.infer<typeof PointText>, 'laws'> & { readonly laws: readonly Law[] }

const File = z.strictObject({
  version: z.iso.date(),
  validFrom: z.iso.date(),
  lastChecked: z.iso.date(),
  vouchedBy: Words,
  laws: z.array(Law),
  points: z.array(PointText),
})

type Shipped = Pick<z.infer<typeof File>, 'version' | 'validFrom' | 'lastChecked' | 'vouchedBy'> & {
  readonly points: ReadonlyMap<GatePointId, PointText>
}

let shipped: Shipped | null = null

/** What each point of the check is called, why it is there, and what it rests on, with who vouches for it and since when. */
export function shippedGate(): Shipped {
  shipped ??= read()
  return shipped
}

function read(): Shipped {
  const file = new URL('../../../../data/joint-procurement/gate.json', import.meta.url)
  const { laws, points, ...about } = File.parse(JSON.parse(readFileSync(file, 'utf8')))
  const own = new Map(laws.map((law) => [law.id, law]))
  const find = (id: string): readonly Law[] => {
    const law = own.get(id)
    return law ? [law] : lawsOf([id])
  }
  return {
    ...about,
    points: new Map(points.map((point) => [point.id, { ...point, laws: point.laws.flatMap(find) }])),
  }
}

export function pointText(id: GatePointId): PointText {
  const text = shippedGate().points.get(id)
  if (!text) throw new Error(`The point ${id} is not in data/joint-procurement/gate.json`)
  return text
}
