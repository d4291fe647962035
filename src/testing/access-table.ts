import { readFileSync } from 'node:fs'

/** One line of a table in `docs/access.md`: what is asked for, and what each of them is answered. */
export type AccessRow = {
  readonly name: string
  readonly address: string
  readonly answers: Readonly<Record<string, string>>
}

/** The table below a heading of the document, by the names in its first column. */
export function accessTable(heading: string): readonly AccessRow[] {
  const [, section = ''] = readFileSync('docs/access.md', 'utf8').split(`## ${heading}\n`)
  const lines =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? []
  const [head = [], , ...rows] = lines.map(cellsOf)
  return rows.map(([name = '', address = '', ...answers]) => ({
    name,
    address,
    answers: Object.fromEntries(answers.map((answer, place) => [head[place + 2] ?? '', answer])),
  }))
}

/** The line as it should stand, to be compared and copied. */
export function accessLine({ name, address, answers }: AccessRow): string {
  return `| ${[`\`${name}\``, `\`${address}\``, ...Object.values(answers)].join(' | ')} |`
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''))
}
