import { call } from "../../support"

type Intent = { id: string; status: string }

const GOOD_CARD = "4242424242424242"

/**
 * What Stripe.js does in the shopper's browser: it confirms the payment
 * intent with the publishable key and the intent's client secret, past the
 * shop.
 */
export async function payByCard(
  simulators: string,
  clientSecret: string,
  number = GOOD_CARD
): Promise<Intent> {
  const [id] = clientSecret.split("_secret")
  const { status, body } = await call<Intent & { error?: unknown }>(
    `${simulators}/v1/payment_intents/${id}/confirm`,
    {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({
        key: "pk_test_simulator",
        client_secret: clientSecret,
        use_stripe_sdk: "true",
        "payment_method_data[type]": "card",
        "payment_method_data[card][number]": number,
        "payment_method_data[card][exp_month]": "12",
        "payment_method_data[card][exp_year]": "34",
        "payment_method_data[card][cvc]": "123",
        "payment_method_data[billing_details][name]": "Amina Otieno",
      }).toString(),
    }
  )
  if (status !== 200) {
    throw new Error(
      `The card was not taken: ${status} ${JSON.stringify(body.error ?? body)}`
    )
  }
  return body
}
