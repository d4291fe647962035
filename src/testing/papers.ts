import { crc32, deflateSync } from 'node:zlib'
import type { Block, Paper, PaperWords } from '#src/platform/papers/index.ts'

export const PAPER_WORDS: PaperWords = {
  pageOfPages: 'Side {page} av {pages}',
  journal: {
    documentDate: 'Dokumentdato',
    from: 'Avsender',
    to: 'Mottaker',
    accessBasis: 'Unntatt offentlighet',
    caseNumber: 'Saksnummer',
    archiveReference: 'Arkivreferanse',
  },
  signature: 'Underskrift',
  name: 'Navn',
  placeAndDate: 'Sted og dato',
  onBehalfOf: 'For',
}

/** A paper that is all right, with what a test wants otherwise. */
export function aPaper(blocks: readonly Block[], otherwise: Partial<Paper> = {}): Paper {
  return {
    language: 'nb',
    words: PAPER_WORDS,
    title: 'Trygghetsalarmer for fem kommuner',
    madeAt: new Date('2026-11-21T12:00:00Z'),
    blocks,
    ...otherwise,
  }
}

/** A grey PNG; with `alpha` each pixel says how much of it is seen. */
export function aPng({ width = 4, height = 3, alpha = false } = {}): Uint8Array {
  const row = Buffer.alloc(1 + width * (alpha ? 2 : 1), 0x80)
  row[0] = 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, alpha ? 4 : 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
