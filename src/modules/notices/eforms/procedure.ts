import { child, codeAt, flagAt } from './element.ts'
import type { Reading } from './reading.ts'
import { textAt } from './texts.ts'
import type { XmlElement } from './xml-tree.ts'

/** BT-105, the code list `procurement-procedure-type`. */
const PROCEDURE_TYPES = new Set([
  'open',
  'restricted',
  'neg-w-call',
  'neg-wo-call',
  'comp-dial',
  'innovation',
  'comp-tend',
  'oth-single',
  'oth-mult',
  'exp-int-rail',
])

/** Forms on which a procedure is under way or done, so that its kind is known to the buyer. */
const WITH_PROCEDURE = new Set(['competition', 'result', 'dir-awa-pre'])

export function readProcedure(reading: Reading, root: XmlElement, formType: string | null) {
  const process = child(root, 'TenderingProcess')
  return {
    procedureType: readProcedureType(reading, process, formType),
    procedureDescription: textAt(reading, process, 'Description'),
    accelerated: acceleration(process),
    directAward: readDirectAward(reading, process),
  }
}

function readProcedureType(
  reading: Reading,
  process: XmlElement | null,
  formType: string | null,
): string | null {
  const element = child(process, 'ProcedureCode')
  const code = codeAt(process, 'ProcedureCode')
  if (code === null) {
    if (WITH_PROCEDURE.has(formType ?? '')) reading.remark('procedureTypeMissing')
    return null
  }
  if (PROCEDURE_TYPES.has(code)) return code
  reading.remark('procedureTypeUnknown', element, { code })
  return null
}

function justification(process: XmlElement | null, list: string): XmlElement | null {
  const found = process?.children.filter((one) => one.name === 'ProcessJustification') ?? []
  return found.find((one) => child(one, 'ProcessReasonCode')?.attributes.listName === list) ?? null
}

function acceleration(process: XmlElement | null): boolean | null {
  return flagAt(justification(process, 'accelerated-procedure'), 'ProcessReasonCode')
}

function readDirectAward(reading: Reading, process: XmlElement | null) {
  const element = justification(process, 'direct-award-justification')
  const code = codeAt(element, 'ProcessReasonCode')
  const reason = textAt(reading, element, 'ProcessReason')
  return code || reason ? { code, reason } : null
}
