/** What a spreadsheet would read as a formula, and run (OWASP, «CSV injection»). */
const FORMULA = /^[=+\-@\t\r]/

/** A line of a file that spreadsheets in Norway open right: semicolons between, and nothing that is run. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
