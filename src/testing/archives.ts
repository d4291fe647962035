import { crc32, deflateRawSync } from 'node:zlib'

export type ZipFileToWrite = {
  readonly name: string
  readonly content: string | Uint8Array
  readonly method?: number
  readonly flags?: number
  /** What the archive says instead of the truth. */
  readonly saysSize?: number
  readonly saysSum?: number
  /** The bytes that are written instead of the packed content. */
  readonly packed?: Uint8Array
  /** Sizes after the content, as a writer does who cannot go back. */
  readonly hasDescriptor?: boolean
}

const encode = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

function fields(...parts: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of parts) {
    if (size === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, size)
    at += size
  }
  return buffer
}

/** A zip archive, honest or not, as writers that are not ours make them. */
export function writeZip(
  files: readonly ZipFileToWrite[],
  { zip64 = false, zip64Sizes = false } = {},
): Buffer {
  const body: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const file of files) {
    const content = encode(file.content)
    const { method = 8, hasDescriptor = false } = file
    const flags = (file.flags ?? 0) | 0x800 | (hasDescriptor ? 8 : 0)
    const packed = file.packed ?? (method === 8 ? deflateRawSync(content) : content)
    const size = file.saysSize ?? content.byteLength
    const sum = file.saysSum ?? crc32(content)
    const name = Buffer.from(file.name)
    const inHeader = hasDescriptor ? [0, 0, 0] : [sum, packed.byteLength, size]
    const extra = zip64Sizes
      ? fields([2, 1], [2, 24], [8, size], [8, packed.byteLength], [8, at])
      : Buffer.alloc(0)
    const local = Buffer.concat([
      fields([4, 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0]),
      fields([4, inHeader[0] ?? 0], [4, inHeader[1] ?? 0], [4, inHeader[2] ?? 0], [2, name.length], [2, 0]),
      name,
      packed,
      hasDescriptor ? fields([4, 0x08074b50], [4, sum], [4, packed.byteLength], [4, size]) : Buffer.alloc(0),
    ])
    const full = 0xffffffff
    list.push(
      Buffer.concat([
        fields([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, method], [4, 0], [4, sum]),
        fields([4, zip64Sizes ? full : packed.byteLength], [4, zip64Sizes ? full : size]),
        fields(
          [2, name.length],
          [2, extra.length],
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, zip64Sizes ? full : at],
        ),
        name,
        extra,
      ]),
    )
    body.push(local)
    at += local.length
  }
  const directory = Buffer.concat(list)
  return Buffer.concat([
    ...body,
    directory,
    endOf({ count: files.length, size: directory.length, at, zip64 }),
  ])
}

function endOf({
  count,
  size,
  at,
  zip64,
}: {
  count: number
  size: number
  at: number
  zip64: boolean
}): Buffer {
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, zip64 ? 0xffff : count],
    [2, zip64 ? 0xffff : count],
    [4, zip64 ? 0xffffffff : size],
    [4, zip64 ? 0xffffffff : at],
    [2, 0],
  )
  if (!zip64) return end
  const record = [
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, at],
    ),
    fields([4, 0x07064b50], [4, 0], [8, at + size], [4, 1]),
  ]
  return Buffer.concat([...record, end])
}

export type TarFileToWrite = {
  readonly name: string
  readonly content?: string | Uint8Array
  readonly type?: string
  readonly saysSize?: number
}

/** A tar archive; long names are given as their own entries by whoever wants them. */
export function writeTar(files: readonly TarFileToWrite[], { hasEnd = true } = {}): Buffer {
  const blocks = files.flatMap(({ name, content = '', type = '0', saysSize }) => {
    const bytes = Buffer.from(encode(content))
    const header = Buffer.alloc(512)
    header.write(name, 0, 100)
    header.write('0000644\0', 100)
    header.write(`${(saysSize ?? bytes.length).toString(8).padStart(11, '0')}\0`, 124)
    header.write(`${' '.repeat(8)}${type}`, 148)
    header.write('ustar\u000000', 257)
    const sum = header.reduce((total, byte) => total + byte, 0)
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(hasEnd ? 1024 : 0)])
}

/** A header for what follows, as POSIX writes long names and large sizes. */
export function paxHeader(values: Readonly<Record<string, string>>): TarFileToWrite {
  const records = Object.entries(values).map(([key, value]) => {
    const rest = ` ${key}=${value}\n`
    const length = Buffer.byteLength(rest)
    const digits = String(length + String(length + 2).length).length
    return `${length + digits}${rest}`
  })
  return { name: 'PaxHeader', type: 'x', content: records.join('') }
}
