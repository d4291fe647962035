/** The measures of a page, in points: A4, with room to hold it and to write beside it. */
export const SHEET = { width: 595.28, height: 841.89, left: 68, right: 68, top: 68, bottom: 84 } as const
export const COLUMN = SHEET.width - SHEET.left - SHEET.right

/** The colours of the site on paper, light; each text colour has at least 4.5:1 on the ground it stands on. */
export const INK = {
  text: '#222d31',
  quiet: '#565f62',
  heading: '#093037',
  link: '#0E4A54',
  line: '#b9bcbd',
  strongLine: '#093037',
  band: '#e3eaeb',
  careBand: '#f6e7c5',
  careLine: '#93742f',
  plainLine: '#558087',
} as const

export type FontName = 'regular' | 'strong' | 'emphasis'
/** How a stretch of text looks. */
export type Face = { readonly font: FontName; readonly size: number; readonly color: string }
/** How a block's text looks, with the distance from one base line to the next. */
export type TextStyle = Face & { readonly leading: number }

const style = (size: number, leading: number, color: string, font: FontName = 'regular'): TextStyle => ({
  font,
  size,
  leading,
  color,
})

export const STYLES = {
  sort: style(10, 15, INK.link, 'strong'),
  title: style(23, 29, INK.heading, 'strong'),
  lead: style(12.5, 19, INK.text),
  body: style(10.5, 16, INK.text),
  quiet: style(9, 13.5, INK.quiet),
  heading1: style(15, 21, INK.heading, 'strong'),
  heading2: style(12, 18, INK.heading, 'strong'),
  heading3: style(10.5, 16, INK.heading, 'strong'),
  factName: style(9.5, 15, INK.quiet),
  factValue: style(10, 15, INK.text),
  cell: style(9.5, 14, INK.text),
  cellHead: style(9.5, 14, INK.heading, 'strong'),
  rowHead: style(9.5, 14, INK.text, 'strong'),
  caption: style(10, 15, INK.heading, 'strong'),
  figure: style(24, 30, INK.heading, 'strong'),
  longFigure: style(16, 30, INK.heading, 'strong'),
  figureText: style(9.5, 14, INK.quiet),
  foot: style(8.5, 12, INK.quiet),
} as const
