/**
 * What is like a need, while somebody writes it: the titles of cases and needs, below the fields. To look at them is the
 * next page, so that nothing that is typed is left behind. A network that fails is passed over in silence.
 */
const PAUSE_MS = 700
const SHORTEST = 12

/** Keeps the list in `data-similar` up to what the fields of its form say. */
export function similarFor(section: HTMLElement): void {
  const { similar: address } = section.dataset
  const form = section.closest('form')
  const list = section.querySelector('ul')
  if (address === undefined || !form || !list) return
  let waiting = 0
  let asking = new AbortController()
  const ask = async () => {
    const words = wordsOf(form)
    if (words.length < SHORTEST) return
    asking.abort()
    asking = new AbortController()
    const titles = await titlesOf(`${address}&q=${encodeURIComponent(words)}`, asking.signal)
    if (titles) show(section, list, titles)
  }
  form.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = window.setTimeout(() => void ask(), PAUSE_MS)
  })
}

function wordsOf(form: HTMLFormElement): string {
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea'),
  ]
  return fields
    .map(({ value }) => value.trim())
    .join(' ')
    .trim()
    .slice(0, 500)
}

async function titlesOf(address: string, signal: AbortSignal): Promise<readonly string[] | null> {
  try {
    const answer = await fetch(address, { signal })
    if (!answer.ok) return null
    const { hits } = (await answer.json()) as { hits: readonly { title: string }[] }
    return hits.map(({ title }) => title)
  } catch {
    return null
  }
}

function show(section: HTMLElement, list: HTMLUListElement, titles: readonly string[]): void {
  list.replaceChildren(
    ...titles.map((title) => Object.assign(document.createElement('li'), { textContent: title })),
  )
  section.hidden = titles.length === 0
}
