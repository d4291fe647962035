import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  ShadingType,
} from 'docx'
import type { Paper } from '#src/platform/papers/paper.ts'
import { languageTag } from './runs.ts'

/** Half points and twentieths of a point, as Word counts. */
const half = (points: number) => points * 2
export const twips = (points: number) => Math.round(points * 20)

const HEADING = '093037'
const QUIET = '565F62'
/** A font that every municipality has; what is written in Word is meant to be worked on. */
const FONT = 'Calibri'

export function stylesOf(paper: Paper): IStylesOptions {
  return {
    default: builtInStyles(paper),
    paragraphStyles: [
      small('PaperSort', 'Paper sort', { bold: true, color: HEADING }),
      { ...small('PaperLead', 'Paper lead', {}), run: { size: half(13) } },
      small('PaperQuiet', 'Paper quiet', { color: QUIET }),
      small('PaperFoot', 'Paper foot', { color: QUIET, size: half(9) }),
      {
        ...small('PaperCell', 'Paper cell', {}),
        paragraph: { spacing: { before: twips(2), after: twips(2), line: 252, lineRule: LineRuleType.AUTO } },
      },
      {
        ...small('PaperFigure', 'Paper figure', { color: QUIET, size: half(11) }),
        paragraph: { spacing: { before: twips(6), after: twips(6) }, keepLines: true },
      },
      note('PaperNote', 'Paper note', { fill: 'E3EAEB', bar: '558087' }),
      note('PaperCare', 'Paper note of care', { fill: 'F6E7C5', bar: '93742F' }),
    ],
  }
}

/** Word's own styles, so that its navigation, its tables of contents and its readers know them. */
function builtInStyles({ language }: Paper): NonNullable<IStylesOptions['default']> {
  return {
    document: {
      run: { font: FONT, size: half(11), language: { value: languageTag(language) } },
      paragraph: { spacing: { after: twips(8), line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: half(26), bold: true, color: HEADING, font: FONT },
      paragraph: {
        spacing: { before: 0, after: twips(10), line: 250, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    heading1: heading(17, 24),
    heading2: heading(14, 18),
    heading3: heading(11.5, 12),
    caption: {
      run: { size: half(10), bold: true, italics: false, color: HEADING },
      paragraph: { spacing: { before: twips(10), after: twips(4) }, keepNext: true },
    },
  }
}

function heading(size: number, before: number) {
  return {
    run: { size: half(size), bold: true, color: HEADING, font: FONT },
    paragraph: { spacing: { before: twips(before), after: twips(6) }, keepNext: true, keepLines: true },
  }
}

const basedOn = { basedOn: 'Normal', next: 'Normal', quickFormat: true } as const

function small(id: string, name: string, run: { bold?: boolean; color?: string; size?: number }) {
  return { id, name, ...basedOn, run: { size: half(10), ...run } }
}

function note(id: string, name: string, { fill, bar }: { fill: string; bar: string }) {
  return {
    id,
    name,
    ...basedOn,
    next: id,
    paragraph: {
      shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
      border: { left: { style: BorderStyle.SINGLE, size: 24, color: bar, space: 8 } },
      indent: { left: twips(10), right: twips(6) },
      keepLines: true,
    },
  }
}

/** Bullets and numbers, each with one level below. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '•'), level(1, LevelFormat.BULLET, '◦')] },
    {
      reference: 'numbers',
      levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.BULLET, '◦')],
    },
  ],
}

function level(at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    level: at,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: twips(20 * (at + 1)), hanging: twips(20) } } },
  }
}
