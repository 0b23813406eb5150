/** Where a language of the admin is spoken decides how numbers look. */
const COUNTRIES: Record<string, string> = {
  sw: "sw-KE",
  bn: "bn-BD",
  hi: "hi-IN",
}

/** The dashboard writes `enGB` and `zhCN`; browsers expect `en-GB`. */
export function localeOf(language: string): string {
  const tag =
    COUNTRIES[language] ?? language.replace(/([a-z])([A-Z])/g, "$1-$2")
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en"
  } catch {
    return "en"
  }
}
