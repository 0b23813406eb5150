import { choice, flag, number, text } from "../kinds"
import { section, setting } from "../setting"

const later = "messages"

const plain = (about: string) => setting(text, { about, later })

const secret = (about: string) => setting(text, { about, later, secret: true })

export const messages = section(
  "Messages",
  "E-mail, SMS, WhatsApp and push. A channel is on when its account is set.",
  {
    EMAIL_PROVIDER: setting(choice("smtp", "sendgrid"), {
      about: "Which service sends e-mail.",
      fallback: "smtp",
      later,
    }),
    EMAIL_FROM: plain("Sender of e-mail, such as `Duka <shop@example.com>`."),
    SMTP_HOST: plain("Mail server."),
    SMTP_PORT: setting(number(1, 65_535), {
      about: "Port of the mail server.",
      fallback: "587",
      later,
    }),
    SMTP_TLS: setting(flag, {
      about: "Whether to encrypt from the first byte on (usual on port 465).",
      fallback: "false",
      later,
    }),
    SMTP_USER: plain("User at the mail server."),
    SMTP_PASSWORD: secret("Password at the mail server."),
    SENDGRID_API_KEY: secret("SendGrid key."),
    TWILIO_ACCOUNT_SID: plain("Twilio account."),
    TWILIO_AUTH_TOKEN: secret("Twilio token; also proves its callbacks."),
    TWILIO_SMS_FROM: plain("Number or sender id of SMS."),
    TWILIO_WHATSAPP_FROM: plain(
      "Number of WhatsApp. Production refuses Twilio's sandbox number."
    ),
    PUSH_VAPID_PUBLIC_KEY: plain("Public key of Web Push."),
    PUSH_VAPID_PRIVATE_KEY: secret("Private key of Web Push."),
    FCM_SERVICE_ACCOUNT: secret(
      "Service account of Firebase Cloud Messaging, as JSON."
    ),
  }
)
