const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, the first day that a zip archive can name. */
const DATE = 0x0021

/** The archive with one time for all its files, in place: when it was packed is no part of what it says. */
export function settleZip(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let file = 0; file < count; file++) {
    const local = view.getUint32(at + 42, true)
    if (view.getUint32(at, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL) {
      throw new Error('The archive is not in the form that was expected')
    }
    setTime(view, at + 12)
    setTime(view, local + 10)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return archive
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === END) return at
  throw new Error('The archive has no end')
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, 0, true)
  view.setUint16(at + 2, DATE, true)
}
