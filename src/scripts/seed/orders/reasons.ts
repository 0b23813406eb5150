import {
  createRefundReasonsWorkflow,
  createReturnReasonsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

const returnReasons = [
  { value: "wrong-size", label: "It does not fit" },
  { value: "not-as-shown", label: "It looks different from the picture" },
  { value: "faulty", label: "It does not work" },
]

const refundReasons = [
  { code: "returned", label: "Goods came back" },
  { code: "goodwill", label: "Goodwill" },
]

/** The reasons staff choose from, and the ids of the most common ones. */
export async function seedReasons(container: MedusaContainer) {
  const heldReturn = await container
    .resolve(Modules.ORDER)
    .listReturnReasons({})
  const missingReturn = returnReasons.filter(
    ({ value }) => !heldReturn.some((reason) => reason.value === value)
  )
  const madeReturn = missingReturn.length
    ? (
        await createReturnReasonsWorkflow(container).run({
          input: { data: missingReturn },
        })
      ).result
    : []

  const heldRefund = await container
    .resolve(Modules.PAYMENT)
    .listRefundReasons({})
  const missingRefund = refundReasons.filter(
    ({ label }) => !heldRefund.some((reason) => reason.label === label)
  )
  const madeRefund = missingRefund.length
    ? (
        await createRefundReasonsWorkflow(container).run({
          input: { data: missingRefund },
        })
      ).result
    : []
  return {
    returnReasonId: [...heldReturn, ...madeReturn].find(
      ({ value }) => value === returnReasons[0].value
    )?.id,
    refundReasonId: [...heldRefund, ...madeRefund].find(
      ({ label }) => label === refundReasons[0].label
    )?.id,
  }
}
