import type { DocumentFormat } from '#src/modules/documents/contract.ts'

/** Why a file is not taken in, told to the one who sent it. */
export type ContentProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLarge' }
  /** Something that runs. */
  | { readonly kind: 'program' }
  /** Word, Excel and PowerPoint of before 2007, which cannot be looked through. */
  | { readonly kind: 'oldOffice' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'macros' }
  /** A PDF with JavaScript, an Office file that starts a program when it is opened. */
  | { readonly kind: 'script' }
  /** Other files inside it. */
  | { readonly kind: 'embedded' }
  /** A template or an object that is fetched from the net when it is opened. */
  | { readonly kind: 'remote' }
  /** Two kinds of file at once. */
  | { readonly kind: 'twoInOne' }
  /** HTML, SVG and other markup, which a browser could take for a page. */
  | { readonly kind: 'markup' }
  | { readonly kind: 'damaged' }
  /** It unpacks to more than anybody needs. */
  | { readonly kind: 'bomb' }
  | { readonly kind: 'unknown'; readonly extension: string }
  /** The name says one thing and the content another. */
  | { readonly kind: 'otherName'; readonly says: string; readonly is: DocumentFormat }

export type ProblemKind = ContentProblem['kind']

/** Ends the looking through; caught in `inspectContent` and nowhere else. */
export class Refused extends Error {
  readonly problem: ContentProblem

  constructor(problem: ContentProblem) {
    super(problem.kind)
    this.problem = problem
  }
}

export function refuse(kind: Exclude<ProblemKind, 'unknown' | 'otherName'>): never {
  throw new Refused({ kind })
}
