/** One block of 512 bytes that says what follows it. */
export type TarHeader = {
  readonly name: string
  readonly size: number
  /** `0` a file, `5` a folder, `x`, `g`, `L`, `K` a longer header for what follows, others links and devices. */
  readonly type: string
}

export const BLOCK = 512

/** Whether a block is a header: its checksum holds, so that old archives without a signature are known too. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.byteLength < BLOCK || block[0] === 0) return false
  const written = octal(block.subarray(148, 156))
  const sum = block
    .subarray(0, BLOCK)
    .reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  return written === sum
}

export function isEndBlock(block: Uint8Array): boolean {
  return block.every((byte) => byte === 0)
}

/** Null when it is no header, or says a size that no file has. */
export function readTarHeader(block: Uint8Array): TarHeader | null {
  if (!isTarHeader(block)) return null
  const size = sizeOf(block.subarray(124, 136))
  if (size === null) return null
  const isUstar = text(block.subarray(257, 262)) === 'ustar'
  const prefix = isUstar ? text(block.subarray(345, 500)) : ''
  const name = text(block.subarray(0, 100))
  const type = block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0x30)
  return { name: prefix ? `${prefix}/${name}` : name, size, type }
}

/** What a longer header says of name and size: `<length> <key>=<value>\n`, again and again. */
export function readPaxHeader(bytes: Uint8Array): { readonly path?: string; readonly size?: number } {
  const found: { path?: string; size?: number } = {}
  let at = 0
  while (at < bytes.byteLength) {
    const space = bytes.indexOf(0x20, at)
    const length = space < 0 ? Number.NaN : Number(text(bytes.subarray(at, space)))
    if (!Number.isInteger(length) || length <= space - at) break
    const record = text(bytes.subarray(space + 1, at + length - 1))
    const sign = record.indexOf('=')
    const [key, value] = [record.slice(0, sign), record.slice(sign + 1)]
    if (key === 'path') found.path = value
    if (key === 'size' && /^\d{1,15}$/.test(value)) found.size = Number(value)
    at += length
  }
  return found
}

export function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end))
}

/** Octal digits, or for what they cannot hold a binary number behind a first bit. */
function sizeOf(field: Uint8Array): number | null {
  const first = field[0] ?? 0
  if ((first & 0x80) === 0) return octal(field)
  const size = field.subarray(1).reduce((total, byte) => total * 256 + byte, first & 0x7f)
  return Number.isSafeInteger(size) ? size : null
}

function octal(field: Uint8Array): number | null {
  const digits = text(field).trim()
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : null
}
