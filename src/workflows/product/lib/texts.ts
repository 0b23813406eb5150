import { Refusal, type RefusalDetail } from "../../refusal"

export const HANDLE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const HANDLE_MAX = 255
const TITLE_MAX = 255
const SKU_MAX = 100

type Texts = {
  handle?: string | null
  title?: string | null
  variants?: readonly { sku?: string | null }[] | null
}

const longer = (text: string | null | undefined, most: number) =>
  (text?.length ?? 0) > most

/** What is wrong with the texts of a product, field by field. */
export function textDetails(
  { handle, title, variants }: Texts,
  path = ""
): RefusalDetail[] {
  const details: RefusalDetail[] = []
  if (handle && (!HANDLE.test(handle) || longer(handle, HANDLE_MAX))) {
    details.push({
      field: `${path}handle`,
      message: `must be lower-case letters a to z, digits and single hyphens between them, at most ${HANDLE_MAX}`,
    })
  }
  if (longer(title, TITLE_MAX)) {
    details.push({
      field: `${path}title`,
      message: `must be at most ${TITLE_MAX} characters`,
    })
  }
  variants?.forEach(({ sku }, index) => {
    if (longer(sku, SKU_MAX)) {
      details.push({
        field: `${path}variants.${index}.sku`,
        message: `must be at most ${SKU_MAX} characters`,
      })
    }
  })
  return details
}

export function refuseTexts(details: RefusalDetail[]): void {
  if (details.length) {
    const code = details.every(({ field }) => field.endsWith("handle"))
      ? "invalid_handle"
      : "invalid_data"
    throw new Refusal(code, "Some fields of the product are not valid.", {
      details,
    })
  }
}
