import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { WebhookActionResult } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { badRequest } from "../../../frame/errors/api-error"
import { receive, unknownAddress } from "../../receive"

/**
 * Instead of core's route, which answers before it has looked at the signature
 * and keeps the message in memory: this one checks, stores, then answers.
 */
export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const { provider } = req.params
  const known = await req.scope
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: `pp_${provider}`, is_enabled: true })
  if (!known.length) {
    throw unknownAddress()
  }
  const result = await read(req, provider)
  const { id } = req.body as { id?: unknown }
  await receive(
    req.scope,
    {
      driver: provider,
      topic: "webhook",
      subject_id: result.data?.session_id ?? null,
      identity: typeof id === "string" ? id : undefined,
      body: plain(result),
    },
    () => res.sendStatus(200)
  )
}

async function read(req: MedusaRequest, provider: string) {
  try {
    return await req.scope.resolve(Modules.PAYMENT).getWebhookActionAndData({
      provider,
      payload: {
        data: req.body as Record<string, unknown>,
        rawData: req.rawBody as Buffer,
        headers: req.headers,
      },
    })
  } catch {
    // Which part was wrong helps only a forger.
    throw badRequest(
      "webhook_not_authentic",
      "This message is not from the payment provider, or its signing secret is not the one set here."
    )
  }
}

/** An amount may be an object that does not survive being stored. */
const plain = ({ action, data }: WebhookActionResult) => ({
  action,
  data: data && {
    session_id: data.session_id,
    amount: MathBN.convert(data.amount).toNumber(),
  },
})
