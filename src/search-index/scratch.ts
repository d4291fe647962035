/**
 * Arrays that live as long as the thread and only grow. A search is done from beginning to end without giving way,
 * so each can use them anew; what they hold is nothing to the next.
 */
const arrays = new Map<string, Int32Array>()

export function scratch(name: string, size: number): Int32Array {
  const known = arrays.get(name)
  if (known && known.length >= size) return known
  const roomier = new Int32Array(size)
  arrays.set(name, roomier)
  return roomier
}
