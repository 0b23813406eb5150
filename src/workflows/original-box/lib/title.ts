/** How a box is called on carts, orders and invoices, by language. */
const TITLES: Readonly<Record<string, (watch: string) => string>> = {
  en: (watch) => `Original box for ${watch}`,
  sw: (watch) => `Kasha halisi la ${watch}`,
  bn: (watch) => `${watch} – আসল বাক্স`,
  hi: (watch) => `${watch} – मूल डिब्बा`,
}

/** The title names the watch, so that the two are seen to belong together. */
export function boxTitle(watch: string, locale?: string | null): string {
  const language = locale?.split(/[-_]/)[0].toLowerCase() ?? ""
  return (TITLES[language] ?? TITLES.en)(watch)
}
