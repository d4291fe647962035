import { inflateSync } from 'node:zlib'

export type PictureFacts = {
  readonly format: 'png' | 'jpeg'
  readonly width: number
  readonly height: number
}

const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const MOST_PIXELS = 40_000_000
/** Frames of a JPEG: how it is packed does not matter, only that its size stands there. */
const JPEG_FRAMES = new Set([0xc0, 0xc1, 0xc2])
const PNG_CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/**
 * The facts of a picture that both renderers can use; null for anything else.
 *
 * A PNG is unpacked to the end first, because a renderer that meets the damage half-way has no way back. A JPEG in
 * the colours of print (CMYK) is refused: PDF/A wants one kind of colour in a document.
 */
export function readPicture(bytes: Uint8Array): PictureFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (PNG_START.every((byte, at) => bytes[at] === byte)) return readPng(bytes, view)
    return bytes[0] === 0xff && bytes[1] === 0xd8 ? readJpeg(view) : null
  } catch {
    // Shorter than it says, or not deflated data: not a picture.
    return null
  }
}

function readPng(bytes: Uint8Array, view: DataView): PictureFacts | null {
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, colour, interlace] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)]
  const channels = PNG_CHANNELS[colour]
  if (channels === undefined || interlace !== 0 || !isSensible(width, height)) return null
  const rowBytes = 1 + Math.ceil((width * channels * depth) / 8)
  const pixels = inflateSync(Buffer.concat(pngData(bytes, view)), { maxOutputLength: rowBytes * height })
  if (pixels.length !== rowBytes * height) return null
  for (let row = 0; row < height; row++) if ((pixels[row * rowBytes] ?? 9) > 4) return null
  return { format: 'png', width, height }
}

function pngData(bytes: Uint8Array, view: DataView): readonly Uint8Array[] {
  const data: Uint8Array[] = []
  for (let at = 8; at < bytes.length; ) {
    const length = view.getUint32(at)
    const type = view.getUint32(at + 4)
    if (type === 0x49454e44) return data
    if (type === 0x49444154) data.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  throw new Error('The picture has no end')
}

function readJpeg(view: DataView): PictureFacts | null {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (JPEG_FRAMES.has(marker)) {
      const [height, width, channels] = [
        view.getUint16(at + 5),
        view.getUint16(at + 7),
        view.getUint8(at + 9),
      ]
      const usable = isSensible(width, height) && (channels === 1 || channels === 3)
      return usable ? { format: 'jpeg', width, height } : null
    }
    at += 2 + view.getUint16(at + 2)
  }
}

function isSensible(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= MOST_PIXELS
}
