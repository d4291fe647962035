import type { Change } from '#src/modules/notices/notice.ts'
import { children, codeAt, line } from './element.ts'
import type { Reading } from './reading.ts'
import { textAt } from './texts.ts'
import type { XmlElement } from './xml-tree.ts'

/** What a change notice changes in an earlier notice, or what was modified in a contract. */
export function readChanges(reading: Reading, root: XmlElement): Change[] {
  return ['Changes', 'ContractModification'].flatMap((name) =>
    children(root, name).flatMap((part) => {
      const reason = codeAt(part, 'ChangeReason/ReasonCode')
      const reasonText = textAt(reading, part, 'ChangeReason/ReasonDescription')
      const changes = children(part, 'Change').map(
        (change): Change => ({
          reason,
          reasonText,
          sections: children(change, 'ChangedSection/ChangedSectionIdentifier').flatMap(
            (one) => line(one) ?? [],
          ),
          description: textAt(reading, change, 'ChangeDescription'),
        }),
      )
      const isEmpty = !reason && !reasonText && changes.length === 0
      return isEmpty || changes.length > 0
        ? changes
        : [{ reason, reasonText, sections: [], description: null }]
    }),
  )
}
