export type ArrayText = readonly (string | null | ArrayText)[]

/** `{` and `}`, a quoted element, a bare one; commas and the bounds that may stand first are passed over. */
const TOKEN = /^\[[^\]]*\][^=]*=|[{}]|"((?:[^"\\]|\\.)*)"|[^{},"]+/gs

/** The elements of an array as PostgreSQL writes it (`{1,NULL,"a,b"}`), each still text. */
export function splitArray(text: string): ArrayText {
  const root: (string | null | ArrayText)[] = []
  const open = [root]
  for (const [token, quoted] of text.matchAll(TOKEN)) {
    const innermost = open.at(-1)
    if (!innermost) throw new SyntaxError('This is not an array')
    if (quoted !== undefined) innermost.push(quoted.replace(/\\(.)/gs, '$1'))
    else if (token === '{') {
      const list: (string | null | ArrayText)[] = []
      innermost.push(list)
      open.push(list)
    } else if (token === '}') open.pop()
    else if (innermost !== root) innermost.push(token === 'NULL' ? null : token)
  }
  const [array] = root
  if (root.length !== 1 || open.length !== 1 || !Array.isArray(array))
    throw new SyntaxError('This is not an array')
  return array
}
