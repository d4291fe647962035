import type { Paper } from '#src/platform/papers/paper.ts'
import { languageTag } from './runs.ts'

/** The properties of the file with the paper's own instant; the library would write the one of its making. */
export function corePropertiesXml(paper: Paper, program: string): string {
  const { title, lead, author, language, madeAt, journal } = paper
  const moment = `${madeAt.toISOString().slice(0, 19)}Z`
  const number = journal?.archiveReference ?? journal?.caseNumber
  const properties = [
    element('dc:title', title),
    element('dc:creator', author ?? program),
    element('dc:description', lead),
    element('dc:identifier', number),
    element('dc:language', languageTag(language)),
    element('cp:lastModifiedBy', author ?? program),
    element('cp:revision', '1'),
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
  ]
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties ${NAMESPACES}>${properties.join('')}</cp:coreProperties>`
}

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

function element(name: string, text: string | undefined): string {
  return text ? `<${name}>${escaped(text)}</${name}>` : ''
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}
