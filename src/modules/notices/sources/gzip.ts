import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type ByteReader, restOf } from './byte-reader.ts'
import { createAllowance, isOfSystem, UnpackingStopped } from './unpacking.ts'

/** What a gzip stream holds, piece by piece, and no more than an honest one would. */
export async function* gunzip(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip()
  const spend = createAllowance(() => unzip.bytesWritten)
  const packed = Readable.from(restOf(reader), { objectMode: false })
  packed.on('error', (error) => unzip.destroy(error))
  try {
    for await (const chunk of packed.pipe(unzip)) {
      spend(chunk.byteLength)
      yield chunk
    }
  } catch (error) {
    if (error instanceof UnpackingStopped || isOfSystem(error)) throw error
    const isCutOff = error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
    throw new UnpackingStopped({ code: isCutOff ? 'archiveCutOff' : 'archiveDamaged' })
  } finally {
    packed.destroy()
    unzip.destroy()
  }
}
