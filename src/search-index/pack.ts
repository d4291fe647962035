/**
 * Any tree of plain objects, lists, numbers, strings and typed arrays, as a description in JSON and the arrays
 * by themselves, each to be laid down at a multiple of sixteen bytes.
 */
export type Packed = { readonly tree: unknown; readonly arrays: readonly TypedArray[] }

export type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const
type Kind = keyof typeof KINDS

/** What stands in the description for an array: its kind, where its bytes begin, and its length. */
type ArrayPlace = { readonly $array: readonly [kind: Kind, at: number, length: number] }

export const ALIGNMENT = 16

export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

export function pack(value: unknown): Packed {
  const arrays: TypedArray[] = []
  let at = 0
  const walk = (one: unknown): unknown => {
    if (isTypedArray(one)) {
      const place: ArrayPlace = { $array: [kindOf(one), at, one.length] }
      arrays.push(one)
      at += aligned(one.byteLength)
      return place
    }
    if (Array.isArray(one)) return one.map(walk)
    if (typeof one !== 'object' || one === null) return one
    return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, walk(member)]))
  }
  return { tree: walk(value), arrays }
}

/** The tree with its arrays, as views of `bytes`: nothing is copied. */
export function unpack(tree: unknown, bytes: Uint8Array): unknown {
  if (Array.isArray(tree)) return tree.map((one) => unpack(one, bytes))
  if (typeof tree !== 'object' || tree === null) return tree
  if (!isArrayPlace(tree)) {
    return Object.fromEntries(Object.entries(tree).map(([name, member]) => [name, unpack(member, bytes)]))
  }
  const [kind, at, length] = tree.$array
  return new KINDS[kind](bytes.buffer as ArrayBuffer, bytes.byteOffset + at, length)
}

function isArrayPlace(tree: object): tree is ArrayPlace {
  return '$array' in tree
}

function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && value.constructor.name in KINDS
}

function kindOf(array: TypedArray): Kind {
  return array.constructor.name as Kind
}
