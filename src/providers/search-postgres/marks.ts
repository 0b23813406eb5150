/**
 * What Postgres puts around a find: characters for private use, which mean
 * nothing to anybody and are taken out of the shop's own text before.
 */
export const MARK = { start: "\uE000", end: "\uE001" } as const

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => entities[sign])

/** Text as HTML: all of it is escaped, and only the two tags are markup. */
export const marked = (text: string, pre = "<mark>", post = "</mark>") =>
  escaped(text).replaceAll(MARK.start, pre).replaceAll(MARK.end, post)
