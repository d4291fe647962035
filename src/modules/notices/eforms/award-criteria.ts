import type { AwardCriterion, SelectionCriterion } from '#src/modules/notices/notice.ts'
import { numberOf } from './amounts.ts'
import { child, children, codeAt } from './element.ts'
import type { Reading } from './reading.ts'
import { textAt } from './texts.ts'
import type { XmlElement } from './xml-tree.ts'

export function readAwardCriteria(reading: Reading, lot: XmlElement): AwardCriterion[] {
  return children(lot, 'TenderingTerms/AwardingTerms/AwardingCriterion')
    .flatMap((group) => {
      const inside = children(group, 'SubordinateAwardingCriterion')
      return inside.length > 0 ? inside : [group]
    })
    .map((element) => readCriterion(reading, element))
    .filter(({ type, name, description, weight }) => type ?? name ?? description ?? weight)
}

function readCriterion(reading: Reading, element: XmlElement): AwardCriterion {
  const weight = readParameter(element, 'number-weight')
  return {
    type: codeAt(element, 'AwardingCriterionTypeCode'),
    name: textAt(reading, element, 'Name')?.replace(/\s+/g, ' ') ?? null,
    description: textAt(reading, element, 'Description'),
    weight: weight?.number ?? null,
    weightUnit: weight?.unit ?? null,
    fixed: readParameter(element, 'number-fixed'),
    threshold: readParameter(element, 'number-threshold'),
  }
}

function readParameter(element: XmlElement, list: string): { number: number; unit: string } | null {
  for (const parameter of children(element, 'AwardCriterionParameter')) {
    const unit = codeAt(parameter, 'ParameterCode', list)
    const number = numberOf(child(parameter, 'ParameterNumeric'))
    if (unit && number !== null) return { number, unit }
  }
  return null
}

export function readSelectionCriteria(reading: Reading, lot: XmlElement): SelectionCriterion[] {
  return ['TenderingTerms/SelectionCriteria', 'TenderingTerms/TendererQualificationRequest/SelectionCriteria']
    .flatMap((path) => children(lot, path))
    .map((element) => ({
      type: codeAt(element, 'CriterionTypeCode') ?? codeAt(element, 'TendererRequirementTypeCode'),
      name: textAt(reading, element, 'Name')?.replace(/\s+/g, ' ') ?? null,
      description: textAt(reading, element, 'Description'),
    }))
    .filter(({ name, description }) => name ?? description)
}
