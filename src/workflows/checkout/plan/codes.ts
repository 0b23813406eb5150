import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Refusal } from "../../refusal"

/** A code the shopper counts on must count. */
export function refuseUnknownCodes(
  sent: readonly string[],
  known: readonly string[]
): void {
  const details = sent.flatMap((code, index) =>
    known.includes(code)
      ? []
      : [{ field: `promo_codes.${index}`, message: "does not apply here" }]
  )
  if (details.length) {
    throw new Refusal("promotion_not_applied", "A code does not apply.", {
      kind: "NOT_ALLOWED",
      details,
    })
  }
}

/** Codes that exist; whether they apply shows when the cart is priced. */
export async function checkCodes(
  container: MedusaContainer,
  sent: readonly string[]
): Promise<string[]> {
  if (sent.length) {
    const { data } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "promotion",
        fields: ["code"],
        filters: { code: [...sent] },
      })
    refuseUnknownCodes(
      sent,
      data.flatMap(({ code }) => code ?? [])
    )
  }
  return [...new Set(sent)]
}
