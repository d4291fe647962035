const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu
/** Windows keeps these names for its devices, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const LONGEST = 100
/** Letters that are not a letter with a mark, so that taking the marks away does not help. */
const LATIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  Æ: 'Ae',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ŋ: 'n',
  Ŋ: 'N',
  ŧ: 't',
  Ŧ: 'T',
  ß: 'ss',
  '–': '-',
  '—': '-',
}

/** A name that every operating system can keep a file under, as near to the title as that allows. */
export function downloadName(title: string, ending: string): string {
  const words = title.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ').split(/\s+/)
  const name = shortened(words.filter((word) => word !== '')).replace(/^[. ]+|[. ]+$/g, '')
  const usable = name === '' || DEVICE.test(name) ? `${name}_` : name
  return `${usable}.${ending}`
}

function shortened(words: readonly string[]): string {
  const all = [...words.join(' ')]
  if (all.length <= LONGEST) return all.join('')
  const cut = all.slice(0, LONGEST).join('')
  return cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut
}

/**
 * The header that gives a download its name (RFC 6266): in plain letters for those who know no better, and as it is,
 * encoded by RFC 8187, for all others. Nothing in the name can end the header or begin another.
 */
export function contentDisposition(name: string, kind: 'attachment' | 'inline' = 'attachment'): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${inAscii(name)}"; filename*=UTF-8''${encoded}`
}

function inAscii(name: string): string {
  return name
    .replace(/[æÆøØđĐŋŊŧŦß–—]/g, (letter) => LATIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w .()-]/g, '_')
}
