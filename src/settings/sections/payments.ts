import { choice, text } from "../kinds"
import { section, setting } from "../setting"

const later = "mobile money"

const host = (service: string) =>
  setting(choice("sandbox", "production"), {
    about: `Which ${service} to talk to. Production refuses the sandbox.`,
    fallback: "sandbox",
    later,
  })

const plain = (about: string) => setting(text, { about, later })

const secret = (about: string) => setting(text, { about, later, secret: true })

export const payments = section(
  "Payments",
  "A method is on when its account is set. Which market offers which method is said in the market's file.",
  {
    STRIPE_API_KEY: setting(text, {
      about:
        "Stripe secret key; cards are on when it is set. Production refuses test keys.",
      secret: true,
    }),
    STRIPE_WEBHOOK_SECRET: setting(text, {
      about: "Signing secret of the Stripe webhook endpoint.",
      secret: true,
    }),
    MPESA_ENVIRONMENT: host("Daraja (M-Pesa)"),
    MPESA_CONSUMER_KEY: plain("Consumer key of the Daraja app."),
    MPESA_CONSUMER_SECRET: secret("Consumer secret of the Daraja app."),
    MPESA_SHORTCODE: plain("Paybill number, or the store number of a till."),
    MPESA_TILL_NUMBER: plain("Till number, when goods are paid to a till."),
    MPESA_PASSKEY: secret("Passkey of the short code."),
    MPESA_INITIATOR_NAME: plain("Who asks for reversals and statuses."),
    MPESA_INITIATOR_PASSWORD: secret("Password of the initiator."),
    BKASH_ENVIRONMENT: host("bKash"),
    BKASH_USERNAME: plain("bKash user name."),
    BKASH_PASSWORD: secret("bKash password."),
    BKASH_APP_KEY: plain("bKash app key."),
    BKASH_APP_SECRET: secret("bKash app secret."),
    NAGAD_ENVIRONMENT: host("Nagad"),
    NAGAD_MERCHANT_ID: plain("Nagad merchant id, 15 digits."),
    NAGAD_MERCHANT_PRIVATE_KEY: secret("The merchant's own private key."),
    NAGAD_PUBLIC_KEY: plain("Nagad's public key."),
    SSLCOMMERZ_ENVIRONMENT: host("SSLCommerz (Rocket and cards)"),
    SSLCOMMERZ_STORE_ID: plain("SSLCommerz store id."),
    SSLCOMMERZ_STORE_PASSWORD: secret("SSLCommerz store password."),
  }
)
