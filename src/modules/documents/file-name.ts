import type { DocumentFormat } from './contract.ts'
import { FORMATS } from './format.ts'

const LONGEST_NAME = 120
/** What Windows means something else by, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** What stands after the last full stop of a name, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  return /[^./\\]\.([a-z0-9]{1,12})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

/**
 * The name a file is given out under: no path, nothing that steers a screen or turns the direction of writing, nothing
 * that an operating system reads as something else, and the extension of what it is.
 */
export function cleanFileName(original: string, format: DocumentFormat): string {
  const { extensions } = FORMATS[format]
  const said = extensionOf(original)
  const extension = extensions.find((one) => one === said) ?? extensions[0]
  const last = original.split(/[/\\]/).at(-1) ?? ''
  const stem = (extensionOf(last) === extension ? last.slice(0, last.lastIndexOf('.')) : last)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}\ufffd]/gu, '')
    .replace(/["*:<>?|%;\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const short = [...stem]
    .slice(0, LONGEST_NAME - extension.length - 1)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short === '' || RESERVED.test(short) ? 'dokument' : short}.${extension}`
}

/** As it was sent, for those who answer for the document: the beginning of it, as text that steers nothing. */
export function originalName(name: string): string {
  return [...name.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')].slice(0, 255).join('')
}
