import type { Language } from '#src/platform/language.ts'

/** The HTML of a mail around what it says, which is escaped already. */
export function mailMarkup(inner: readonly string[], language: Language): string {
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Spydspiss</title></head>`,
    '<body style="margin:0;padding:32px 16px;background:#f3f7f9;color:#14242e;font-family:Inter,Segoe UI,Arial,sans-serif;line-height:1.5">',
    '<div style="max-width:600px;margin:0 auto;padding:32px;background:#fff;border-radius:8px">',
    '<p style="margin:0 0 24px;font-weight:600;color:#0f4c75">Spydspiss</p>',
    ...inner,
    '</div></body></html>',
  ].join('\n')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** A title that somebody wrote over two lines must not become a header of the mail. */
export function oneLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  return line.length > 150 ? `${line.slice(0, 149)}…` : line
}
