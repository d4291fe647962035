import type { Figure, Figures } from '#src/platform/papers/paper.ts'
import { breakLines, type Measure } from './break-lines.ts'
import { COLUMN, SHEET, STYLES, type TextStyle } from './sheet.ts'
import type { Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'

const ABREAST = 3
const BETWEEN = 20

type Context = { readonly measure: Measure; readonly root: Tag; readonly gap: number }

/** Large numbers, three abreast, each with what it counts below it. */
export function figuresStrips(
  { figures, language }: Figures,
  { measure, root, gap }: Context,
): readonly Strip[] {
  const whole = tag(root, 'L', { lang: language, attributes: { O: 'List', ListNumbering: 'None' } })
  const abreast = Math.min(figures.length, ABREAST)
  const width = (COLUMN - BETWEEN * (abreast - 1)) / abreast
  const strips: Strip[] = []
  for (let from = 0; from < figures.length; from += abreast) {
    const blocks = figures.slice(from, from + abreast).map((figure) => linesOf(figure, width, measure))
    const tags = blocks.map(() => tag(tag(whole, 'LI'), 'LBody'))
    strips.push({
      height: Math.max(...blocks.map(({ height }) => height)),
      gap: from === 0 ? gap : 10,
      keepsWithNext: false,
      draw: (painter, top) => {
        for (const [at, { style, value, text }] of blocks.entries()) {
          const place = { left: SHEET.left + at * (width + BETWEEN), tag: tags[at] ?? whole }
          for (const [row, line] of value.entries()) {
            painter.line(line, { ...place, top: top + row * STYLES.figure.leading, style })
          }
          const below = top + value.length * STYLES.figure.leading + 2
          for (const [row, line] of text.entries()) {
            painter.line(line, {
              ...place,
              top: below + row * STYLES.figureText.leading,
              style: STYLES.figureText,
            })
          }
        }
      },
    })
  }
  return strips
}

function linesOf(figure: Figure, width: number, measure: Measure) {
  const valueIn = (style: TextStyle) =>
    breakLines([{ text: `${figure.value} ` }], { face: style, width, measure })
  const style = valueIn(STYLES.figure).length > 1 ? STYLES.longFigure : STYLES.figure
  const value = valueIn(style)
  const text = breakLines([{ text: figure.text }], { face: STYLES.figureText, width, measure })
  const height = value.length * STYLES.figure.leading + 2 + text.length * STYLES.figureText.leading
  return { style, value, text, height }
}
