/**
 * What the pages gain when scripts run. Everything works without: these are only shortcuts.
 */
import { similarFor } from './similar.ts'
import { suggestFor } from './suggest.ts'

/** Fields to search with suggest how to go on. */
for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-suggest]'))
  suggestFor(field)

/** Who writes a need sees what is like it. */
for (const section of document.querySelectorAll<HTMLElement>('[data-similar]')) similarFor(section)

/** Ticking a box in a list of facets, or choosing an order, searches at once. */
document.addEventListener('change', (event) => {
  const control = event.target
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return
  const form = control.form
  if (!form?.hasAttribute('data-submit-on-change') || control.type === 'search') return
  if (control.closest('[data-waits-for-button]') && matchMedia('(width < 64rem)').matches) return
  sessionStorage.setItem('back-to', control.id)
  form.requestSubmit()
})

/** After such a search the reader stands where the choice was made. */
const backTo = sessionStorage.getItem('back-to')
if (backTo) {
  sessionStorage.removeItem('back-to')
  document.getElementById(backTo)?.focus()
}

/** A described need may be long: Enter searches, Shift and Enter begins a new line. */
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  if (!(event.target instanceof HTMLTextAreaElement) || !event.target.hasAttribute('data-enter-submits'))
    return
  event.preventDefault()
  event.target.form?.requestSubmit()
})

/** Empty fields stay out of the address, so that it can be shared. */
document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'get') return
  for (const control of event.target.elements) {
    if ((control instanceof HTMLInputElement || control instanceof HTMLSelectElement) && control.value === '')
      control.disabled = true
  }
})

/** A button pressed twice in a hurry sends its form once: the second answer would only say that it is done already. */
const HURRY_MS = 1000
const sentAt = new WeakMap<EventTarget, number>()
document.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'post') return
  if (event.timeStamp - (sentAt.get(event.target) ?? -HURRY_MS) < HURRY_MS) event.preventDefault()
  else sentAt.set(event.target, event.timeStamp)
})

/** Lists of facets stand open where there is room for them. */
if (matchMedia('(width >= 64rem)').matches) {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-open-when-wide]'))
    details.open = true
}

/** A file that is too large is told before it is sent, since sending it takes minutes and comes to nothing. */
document.addEventListener('change', (event) => {
  const field = event.target
  if (!(field instanceof HTMLInputElement) || field.type !== 'file' || !field.dataset.largest) return
  const isTooLarge = [...(field.files ?? [])].some(({ size }) => size > Number(field.dataset.largest))
  field.setCustomValidity(isTooLarge ? (field.dataset.tooLarge ?? '') : '')
  field.reportValidity()
})
