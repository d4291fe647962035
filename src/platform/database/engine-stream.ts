import { Duplex } from 'node:stream'

/** Gives messages of the PostgreSQL protocol to an engine and answers what it said. */
export type Exchange = (message: Uint8Array) => Promise<Uint8Array>

type Written = { readonly chunk: Buffer }
type Done = (error?: Error | null) => void

/**
 * An embedded engine that looks like a network connection.
 *
 * So `pg` speaks to both engines with the same code: parameters, column types and errors are alike because they
 * pass through the same driver, not because two drivers have been made to agree.
 */
export class EngineStream extends Duplex {
  readonly #exchange: Exchange

  constructor(exchange: Exchange) {
    super()
    this.#exchange = exchange
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  setNoDelay(): this {
    return this
  }

  setKeepAlive(): this {
    return this
  }

  ref(): this {
    return this
  }

  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#exchange(chunk).then((answer) => {
      if (answer.byteLength > 0) this.push(asBuffer(answer))
      done()
    }, done)
  }

  /** The parts of one query are written together, so that they cross to the engine once. */
  override _writev(written: Written[], done: Done): void {
    this._write(Buffer.concat(written.map(({ chunk }) => chunk)), 'utf8', done)
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
