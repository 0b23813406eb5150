import { z } from "@medusajs/framework/zod"
import { addressRefusal, forbiddenWordIn, refuse } from "../fields"
import type { Line } from "../transport/line"
import { incomplete, refusedBy, settle } from "../transport/outcomes"
import type { Refused, Unknown } from "../types"
import { loose, maybe } from "../wire"

export type RegisterUrlsInput = {
  confirmationUrl: string
  validationUrl: string
  /** What Safaricom does with a payment when the shop cannot be asked. */
  whenUnreachable: "Completed" | "Cancelled"
}

export type RegisterUrlsResult =
  | { outcome: "registered" }
  /** Perhaps with other addresses: production changes them in the portal only. */
  | { outcome: "already-registered" }
  | Refused
  | Unknown

const replySchema = z.object({
  ResponseCode: loose,
  ResponseDescription: maybe,
})

/** Says where payments are announced that no prompt of ours asked for. */
export async function registerUrls(
  line: Line,
  input: RegisterUrlsInput
): Promise<RegisterUrlsResult> {
  const urls = [input.confirmationUrl, input.validationUrl]
  const refusal = addressRefusal(...urls)
  if (refusal) {
    return refusal
  }
  const word = urls.map(forbiddenWordIn).find(Boolean)
  if (word) {
    return refuse(
      "callback-url",
      `Safaricom takes no address with "${word}" in it.`
    )
  }
  const answer = await line.post(
    "/mpesa/c2b/v2/registerurl",
    {
      ShortCode: line.config.shortcode,
      ResponseType: input.whenUnreachable,
      ConfirmationURL: input.confirmationUrl,
      ValidationURL: input.validationUrl,
    },
    line.timeouts.other
  )
  if (answer.kind === "fault" && answer.meaning === "registered") {
    return { outcome: "already-registered" }
  }
  if (answer.kind !== "reply") {
    return settle(answer)
  }
  const reply = replySchema.safeParse(answer.body).data
  if (!reply) {
    return incomplete("The answer has no response code.")
  }
  return /^0+$/.test(reply.ResponseCode)
    ? { outcome: "registered" }
    : refusedBy(reply.ResponseCode, reply.ResponseDescription)
}
