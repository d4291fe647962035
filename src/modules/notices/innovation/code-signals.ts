import type { Lot, Notice } from '#src/modules/notices/notice.ts'
import { type CodeRule, innovationRules } from './rule.ts'
import type { Signal } from './weigh-signals.ts'

type Coded = { readonly lot: string | null; readonly path: string; readonly code: string }

/** What the codes of a notice say, where they stand. */
export function codeSignals(notice: Notice): readonly Signal[] {
  return innovationRules().codes.flatMap((rule) =>
    codesOf(notice, rule.field)
      .filter(({ code }) => says(rule, code))
      .map(({ lot, path, code }) => ({
        kind: rule.id,
        condition: rule.condition,
        weight: rule.weight,
        lot,
        path,
        text: code,
      })),
  )
}

function says({ field, values }: CodeRule, code: string): boolean {
  return field === 'cpv' ? values.some((start) => code.startsWith(start)) : values.includes(code)
}

function codesOf(notice: Notice, field: CodeRule['field']): readonly Coded[] {
  const whole = (codes: readonly string[]): Coded[] => codes.map((code) => ({ lot: null, path: field, code }))
  if (field === 'procedureType') return whole(notice.procedureType ? [notice.procedureType] : [])
  if (field === 'cpv') return whole(notice.cpv.slice(0, 1))
  const inLots = [...notice.lots, ...notice.parts].flatMap((lot) =>
    codesOfLot(lot, field).map((code) => ({ lot: lot.id, path: `lots/${lot.id}/${field}`, code })),
  )
  // A procedure can say it once for all its lots.
  return inLots.length > 0 || field === 'variants'
    ? inLots
    : whole(notice.innovation.declared[field]).map((one) => ({ ...one, path: `innovation/${field}` }))
}

function codesOfLot(lot: Lot, field: 'strategicProcurement' | 'innovativeAcquisition' | 'variants') {
  return field === 'variants' ? [lot.variants ?? ''] : lot[field]
}
