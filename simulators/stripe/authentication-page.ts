import type { PaymentIntent, SetupIntent } from "./types"

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
}
const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => escapes[sign])

/** The bank's page of 3-D Secure: pass or fail, nothing else. */
export function authenticationPage(intent: PaymentIntent | SetupIntent) {
  const sum =
    intent.object === "payment_intent"
      ? `${(intent.amount / 100).toFixed(2)} ${intent.currency.toUpperCase()}`
      : "saving this card"
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Confirm with your bank</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 15vh auto; max-width: 22rem; padding: 0 1rem }
button { font: inherit; min-height: 2.75rem; padding: 0 1.25rem }
</style>
</head>
<body>
<h1>Confirm with your bank</h1>
<p>Test bank of the Stripe simulator. You are confirming <strong>${escape(sum)}</strong>.</p>
<form method="post">
<button name="result" value="pass">Complete authentication</button>
<button name="result" value="fail">Fail authentication</button>
</form>
</body>
</html>
`
}

/** Back to the shop, with what Stripe adds to the return address. */
export function returnAddress(
  returnUrl: string,
  intent: PaymentIntent | SetupIntent,
  passed: boolean
) {
  const url = new URL(returnUrl)
  url.searchParams.set(intent.object, intent.id)
  url.searchParams.set(`${intent.object}_client_secret`, intent.client_secret)
  url.searchParams.set("redirect_status", passed ? "succeeded" : "failed")
  return url.toString()
}
