/** Bengali, Devanagari, Arabic and Persian zeros; their digits follow them. */
const ZEROS = [0x9e6, 0x966, 0x660, 0x6f0]

/** Writes digits of other scripts as 0–9 and leaves the rest alone. */
export const toAsciiDigits = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => point >= start && point < start + 10)
    return zero === undefined ? digit : String(point - zero)
  })
