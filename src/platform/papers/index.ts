/**
 * One model of a document and two ways to write it: PDF for reading and keeping (tagged, PDF/A-2a and PDF/UA-1) and
 * Word for working on. Who makes a paper says what it holds in blocks, and nothing about how it looks; it must be
 * readable for everyone, or it is not written at all. The same paper gives the same bytes, so that a file can be
 * known by its hash.
 */
export {
  bullets,
  emphasis,
  facts,
  figures,
  heading,
  link,
  note,
  numbered,
  pageBreak,
  paragraph,
  picture,
  signatures,
  strong,
  table,
} from './blocks.ts'
export { type PaperProblem, paperProblems } from './check-paper.ts'
export type { Block, Column, Fact, Figure, Journal, ListItem, Paper, Run, Signer, Text } from './paper.ts'
export type { PaperWords } from './paper-words.ts'
export { type PictureFacts, readPicture } from './read-picture.ts'
export { toDocx } from './to-docx.ts'
export { toPdf } from './to-pdf.ts'
