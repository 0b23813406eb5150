/** The languages of our pages, each in its own words. */
export const languages = [
  { code: "en", name: "English" },
  { code: "sw", name: "Kiswahili" },
  { code: "bn", name: "বাংলা" },
  { code: "hi", name: "हिन्दी" },
] as const

export type LanguageCode = (typeof languages)[number]["code"]
