import type { Facts } from '#src/platform/papers/paper.ts'
import { runsOf } from '#src/platform/papers/tidy-paper.ts'
import { breakLines, type Measure } from './break-lines.ts'
import { rowStrips } from './row-strips.ts'
import { COLUMN, INK, SHEET, STYLES } from './sheet.ts'
import type { Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'

const NAMES = 142
const BETWEEN = 14

type Context = { readonly measure: Measure; readonly root: Tag; readonly gap: number }

/** Name and value side by side with a line below each; a list of terms to those who listen (ISO 32000-1, 14.8.4.3). */
export function factsStrips({ facts }: Facts, { measure, root, gap }: Context): readonly Strip[] {
  const whole = tag(root, 'L', { attributes: { O: 'List', ListNumbering: 'None' } })
  return facts.flatMap(({ name, value, language }, at) => {
    const item = tag(whole, 'LI')
    const names = { style: STYLES.factName, width: NAMES }
    const values = { style: STYLES.factValue, width: COLUMN - NAMES - BETWEEN }
    return rowStrips({
      gap: at === 0 ? gap : 0,
      pad: 5,
      leading: STYLES.factValue.leading,
      keepsWithNext: at === 0 && facts.length > 1,
      rule: { left: SHEET.left, right: SHEET.left + COLUMN, color: INK.line },
      cells: [
        {
          ...names,
          left: SHEET.left,
          lines: breakLines([{ text: `${name} ` }], { face: names.style, width: NAMES, measure }),
          tag: tag(item, 'Lbl'),
        },
        {
          ...values,
          left: SHEET.left + NAMES + BETWEEN,
          lines: breakLines(runsOf(value), { face: values.style, width: values.width, measure }),
          tag: tag(item, 'LBody', { lang: language }),
        },
      ],
    })
  })
}
