import type { Signatures, Signer } from '#src/platform/papers/paper.ts'
import type { PaperWords } from '#src/platform/papers/paper-words.ts'
import { breakLines, type Line, type Measure } from './break-lines.ts'
import { COLUMN, INK, SHEET, STYLES, type TextStyle } from './sheet.ts'
import type { Strip } from './strip.ts'
import { type Tag, tag } from './structure.ts'

const BETWEEN = 28
const WIDTH = (COLUMN - BETWEEN) / 2
/** Room for a pen above a line. */
const PEN = 30

type Context = {
  readonly measure: Measure
  readonly root: Tag
  readonly gap: number
  readonly words: PaperWords
}
/** A line to write on, or what is written there already, with what belongs there in small below it. */
type Field = { readonly written: readonly Line[]; readonly label: readonly Line[] }
type Signing = {
  readonly heads: readonly { lines: readonly Line[]; style: TextStyle }[]
  readonly fields: readonly Field[]
}

/** Places to sign, two abreast; nobody's is divided between pages. */
export function signatureStrips({ signers }: Signatures, context: Context): readonly Strip[] {
  const strips: Strip[] = []
  for (let from = 0; from < signers.length; from += 2) {
    const pair = signers.slice(from, from + 2).map((signer) => toSigning(signer, context))
    strips.push({
      height: Math.max(...pair.map(heightOf)),
      gap: from === 0 ? context.gap + 8 : 22,
      keepsWithNext: false,
      draw: (painter, top) => {
        for (const [at, signing] of pair.entries()) {
          drawSigning(painter, signing, {
            left: SHEET.left + at * (WIDTH + BETWEEN),
            top,
            root: context.root,
          })
        }
      },
    })
  }
  return strips
}

function toSigning({ name, role, organisation, date, place }: Signer, { measure, words }: Context): Signing {
  const set = (text: string | undefined, style: TextStyle) =>
    text ? breakLines([{ text }], { face: style, width: WIDTH, measure }).slice(0, 3) : []
  const field = (written: string | undefined, label: string): Field => ({
    written: set(written, STYLES.body),
    label: set(label, STYLES.quiet),
  })
  const whereAndWhen = [place, date].filter((one) => one !== undefined).join(', ')
  return {
    heads: organisation
      ? [
          { lines: set(words.onBehalfOf, STYLES.quiet), style: STYLES.quiet },
          { lines: set(organisation, STYLES.heading3), style: STYLES.heading3 },
        ]
      : [],
    fields: [
      field(whereAndWhen, words.placeAndDate),
      field(undefined, words.signature),
      field(name, role ? `${words.name}, ${role}` : words.name),
    ],
  }
}

function heightOf({ heads, fields }: Signing): number {
  const above = heads.reduce((sum, { lines, style }) => sum + lines.length * style.leading, 0)
  return fields.reduce((sum, field) => sum + fieldHeight(field), above)
}

function fieldHeight({ written, label }: Field): number {
  return Math.max(PEN, written.length * STYLES.body.leading + 10) + label.length * STYLES.quiet.leading + 4
}

type Spot = { readonly left: number; readonly top: number; readonly root: Tag }

function drawSigning(painter: Parameters<Strip['draw']>[0], { heads, fields }: Signing, spot: Spot): void {
  const { left, root } = spot
  let { top } = spot
  const write = (lines: readonly Line[], style: TextStyle) => {
    const place = tag(root, 'P')
    for (const line of lines) {
      painter.line(line, { left, top, style, tag: place })
      top += style.leading
    }
  }
  for (const { lines, style } of heads) write(lines, style)
  for (const field of fields) {
    const { written, label } = field
    const end = top + fieldHeight(field)
    top = end - 4 - label.length * STYLES.quiet.leading - written.length * STYLES.body.leading
    write(written, STYLES.body)
    painter.rule({ left, right: left + WIDTH, top, color: INK.quiet })
    top += 2
    write(label, STYLES.quiet)
    top = end
  }
}
