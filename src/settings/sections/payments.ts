import { choice, flag, text } from "../kinds"
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
    MPESA_ENVIRONMENT: setting(choice("sandbox", "production"), {
      about: "Which Daraja to talk to. Production refuses the sandbox.",
      fallback: "sandbox",
    }),
    MPESA_CONSUMER_KEY: setting(text, {
      about: "Consumer key of the Daraja app; M-Pesa is on when it is set.",
    }),
    MPESA_CONSUMER_SECRET: setting(text, {
      about: "Consumer secret of the Daraja app.",
      secret: true,
    }),
    MPESA_SHORTCODE: setting(text, {
      about: "Paybill number, or the store number of a till.",
    }),
    MPESA_TILL_NUMBER: setting(text, {
      about: "Till number, when goods are paid to a till.",
    }),
    MPESA_PASSKEY: setting(text, {
      about: "Passkey of the short code.",
      secret: true,
    }),
    MPESA_INITIATOR_NAME: setting(text, {
      about: "Who asks for reversals; without it money is given back by hand.",
    }),
    MPESA_INITIATOR_PASSWORD: setting(text, {
      about: "Password of the initiator.",
      secret: true,
    }),
    MPESA_CERTIFICATE: setting(text, {
      about:
        "Safaricom's certificate of the environment, as PEM; `\\n` stands for a new line.",
    }),
    MPESA_CHECK_ADDRESSES: setting(flag, {
      about:
        "Takes Safaricom's messages from its published addresses only. Needs TRUSTED_PROXY_HOPS to be right.",
      fallback: "false",
    }),
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
