import type { ContentRemark } from '#src/modules/documents/contract.ts'
import { refuse } from './content-problem.ts'

const END_OF_PNG = Buffer.from('0000000049454e44ae426082', 'hex')

/** A picture is nothing but a picture: what comes after its end could be anything. */
export function checkPng(bytes: Uint8Array): void {
  if (!bufferOf(bytes).subarray(-END_OF_PNG.length).equals(END_OF_PNG)) refuse('damaged')
}

export function checkWebp(bytes: Uint8Array): void {
  const said = bufferOf(bytes).readUInt32LE(4) + 8
  if (said > bytes.byteLength) refuse('damaged')
  if (bytes.byteLength - said > 1) refuse('twoInOne')
}

export function checkJpeg(bytes: Uint8Array): void {
  // Telephones put a second picture or a film after the first, so the end need not be the end of the file.
  if (!bufferOf(bytes).includes(Buffer.from([0xff, 0xd9]))) refuse('damaged')
}

const EXIF = Buffer.from('Exif\0\0', 'latin1')
const GPS = 0x8825

/** Cameras write where a picture was taken; whoever shares it should know (Exif 2.3, tag 0x8825). */
export function pictureRemarks(bytes: Uint8Array): readonly ContentRemark[] {
  const start = bufferOf(bytes).subarray(0, 256 * 1024)
  const at = start.indexOf(EXIF)
  const tiff = at < 0 ? start.subarray(0, 0) : start.subarray(at + EXIF.length)
  return hasTag(tiff, GPS) ? ['location'] : []
}

function hasTag(tiff: Buffer, wanted: number): boolean {
  if (tiff.length < 8) return false
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return false
  const count = short(directory)
  for (let at = directory + 2; at < directory + 2 + count * 12 && at + 12 <= tiff.length; at += 12) {
    if (short(at) === wanted) return true
  }
  return false
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
