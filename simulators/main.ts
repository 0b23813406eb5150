import { startSimulators } from "./frame/server"
import { pages } from "./page"
import { standIns } from "./stand-ins"

/** Starts the stand-ins for outside services; for development and tests. */

const log = (message: string, error?: unknown) => {
  const cause = error instanceof Error ? (error.stack ?? error.message) : error
  process.stderr.write(`${message}${cause ? `: ${String(cause)}` : ""}\n`)
}

function readPort(text = "0") {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(
      `SIMULATORS_PORT is "${text}". Set it to a port number, or to 0 for a free one.`
    )
  }
  return port
}

async function main() {
  if (process.env.NODE_ENV === "production") {
    throw new Error(
      "The simulators do not run in production: they approve payments nobody made. Unset SIMULATORS_URL and give the providers' real credentials."
    )
  }
  const port = readPort(process.env.SIMULATORS_PORT)
  const simulators = await startSimulators({
    standIns,
    pages,
    port,
    shopUrl: process.env.SIMULATORS_SHOP_URL ?? "http://localhost:9000",
    onError: log,
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "EADDRINUSE"
      ? new Error(
          `Port ${port} is taken. Set SIMULATORS_PORT to another one, or to 0 for a free one.`
        )
      : error
  })
  const stop = () => {
    void simulators.close().finally(() => process.exit(0))
  }
  process.once("SIGINT", stop)
  process.once("SIGTERM", stop)
  const ready = {
    ready: true,
    url: simulators.url,
    phone_page: `${simulators.url}/phone`,
  }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error))
  process.exit(1)
})
