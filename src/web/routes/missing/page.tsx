import { data } from 'react-router'

/** An address that leads nowhere answers 404 with a page that helps on. */
export function loader() {
  throw data(null, { status: 404 })
}

export default function MissingPage() {
  return null
}
