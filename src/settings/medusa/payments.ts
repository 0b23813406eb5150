import { SIMULATED_ACCOUNT } from "../../providers/payment-mpesa/daraja/simulated-account"
import type { Settings } from "../read"

/** What the Stripe stand-in of the simulators accepts, and nobody else. */
const SIMULATED_STRIPE = {
  apiKey: "sk_test_simulator",
  webhookSecret: "whsec_simulator",
}

const stripeOptions = (settings: Settings) => {
  if (settings.STRIPE_API_KEY) {
    return {
      apiKey: settings.STRIPE_API_KEY,
      webhookSecret: settings.STRIPE_WEBHOOK_SECRET,
    }
  }
  return settings.SIMULATORS_URL
    ? { ...SIMULATED_STRIPE, simulatorsUrl: settings.SIMULATORS_URL }
    : undefined
}

/** A setting is one line; a certificate is many. */
const pem = (text: string | undefined) => text?.replaceAll("\\n", "\n") ?? ""

const mpesaAccount = (settings: Settings) => ({
  consumerKey: settings.MPESA_CONSUMER_KEY,
  consumerSecret: settings.MPESA_CONSUMER_SECRET,
  shortcode: settings.MPESA_SHORTCODE,
  passkey: settings.MPESA_PASSKEY,
  till: settings.MPESA_TILL_NUMBER,
  initiator: settings.MPESA_INITIATOR_NAME
    ? {
        name: settings.MPESA_INITIATOR_NAME,
        password: settings.MPESA_INITIATOR_PASSWORD,
        certificate: pem(settings.MPESA_CERTIFICATE),
      }
    : undefined,
})

const mpesaOptions = (settings: Settings) => {
  const common = {
    environment: settings.MPESA_ENVIRONMENT,
    hooksUrl: `${settings.BACKEND_URL}/hooks`,
    checkAddresses: settings.MPESA_CHECK_ADDRESSES,
  }
  if (settings.MPESA_CONSUMER_KEY) {
    return { ...common, account: mpesaAccount(settings) }
  }
  return settings.SIMULATORS_URL
    ? {
        ...common,
        account: SIMULATED_ACCOUNT,
        simulatorsUrl: settings.SIMULATORS_URL,
      }
    : undefined
}

/** A method is on when it has an account, or a stand-in on this machine. */
export const paymentModule = (settings: Settings) => {
  const stripe = stripeOptions(settings)
  return {
    resolve: "@medusajs/medusa/payment",
    options: {
      providers: [
        // Needs no account; the market says whether it is offered.
        { resolve: "./src/providers/payment-cash", id: "cash" },
        ...(stripe
          ? [
              {
                resolve: "./src/providers/payment-stripe",
                id: "stripe",
                options: stripe,
              },
            ]
          : []),
        ...(mpesaOptions(settings)
          ? [{ resolve: "./src/providers/payment-mpesa", id: "mpesa" }]
          : []),
      ],
    },
  }
}

export const mobileMoneyModule = (settings: Settings) => {
  const mpesa = mpesaOptions(settings)
  return {
    resolve: "./src/modules/mobile-money",
    options: {
      providers: mpesa
        ? [
            {
              resolve: "./src/providers/mobile-money-mpesa",
              id: "mpesa",
              options: mpesa,
            },
          ]
        : [],
    },
  }
}
