/** Files that somebody could send to hurt us, each as large as a notice may be at most, and made when asked for. */
const LARGE = 50 * 1024 * 1024

const ROOT = `<ContractNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2" xmlns:cbc="b" xmlns:cac="a">`
const HEAD = `${ROOT}<cbc:NoticeTypeCode listName="competition">cn-standard</cbc:NoticeTypeCode>`
const END = '</ContractNotice>'

const ENTITIES = Array.from(
  { length: 12 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('')

/** `before`, as many repetitions of `piece` as there is room for, and `after`. */
function filled(before: string, piece: string, after: string): Uint8Array {
  const room = LARGE - Buffer.byteLength(before + after)
  return new TextEncoder().encode(before + piece.repeat(Math.floor(room / Buffer.byteLength(piece))) + after)
}

export const HOSTILE_FILES = {
  empty: () => new Uint8Array(),
  blanks: () => filled('', ' \n', ''),
  zeros: () => new Uint8Array(LARGE),
  noise: () => {
    const bytes = new Uint8Array(LARGE)
    for (let at = 0; at < LARGE; at += 65_536)
      crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, LARGE)))
    bytes[0] = 0x3c
    return bytes
  },
  'wrong root': () => new TextEncoder().encode('<Invoice xmlns="urn:x"/>'),
  'entity bomb': () =>
    new TextEncoder().encode(
      `<!DOCTYPE l [<!ENTITY l0 "lol">${ENTITIES}]>${HEAD}<cbc:Note>&l12;</cbc:Note>${END}`,
    ),
  'external entity': () =>
    new TextEncoder().encode(
      `<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]>${HEAD}<cbc:Note>&f;</cbc:Note>${END}`,
    ),
  'large document type': () => filled('<!DOCTYPE l [', '<!ENTITY a "b">', `]>${HEAD}${END}`),
  nesting: () => filled('', '<a>', ''),
  'nesting below the root': () => filled(HEAD, '<a>', ''),
  'many elements': () => filled(HEAD, '<cbc:A/>', END),
  'many lots': () =>
    filled(
      HEAD,
      `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID>${' '.repeat(160)}</cac:ProcurementProjectLot>`,
      END,
    ),
  'many attributes': manyAttributes,
  'one long attribute': () => filled(`${ROOT}<cbc:A b="`, 'x', `"/>${END}`),
  'one long name': () => filled(`${ROOT}<`, 'x', `/>${END}`),
  'one long text': () => filled(`${HEAD}<cbc:Note>`, 'æ ', `</cbc:Note>${END}`),
  'many references': () => filled(`${HEAD}<cbc:Note>`, '&amp;', `</cbc:Note>${END}`),
  'many sections': () => filled(`${HEAD}<cbc:Note>`, '<![CDATA[]]>', `</cbc:Note>${END}`),
  'one long comment': () => filled(`${HEAD}<!--`, '- ', `-->${END}`),
  'control characters': () =>
    filled(`${HEAD}<!--${'x'.repeat(5000)}--><cbc:Note>`, '\u0001&#2;', `</cbc:Note>${END}`),
} as const satisfies Readonly<Record<string, () => Uint8Array>>

export type HostileFile = keyof typeof HOSTILE_FILES

function manyAttributes(): Uint8Array {
  const parts: string[] = [`${ROOT}<cbc:A`]
  for (let at = 0, length = 0; length < LARGE - 1000; at += 1) {
    const attribute = ` a${at}=""`
    parts.push(attribute)
    length += attribute.length
  }
  return new TextEncoder().encode(`${parts.join('')}/>${END}`)
}
