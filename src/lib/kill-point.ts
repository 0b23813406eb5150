import { settings } from "../settings"

const at =
  settings.NODE_ENV === "production" ? undefined : settings.DUKA_KILL_AT

const end = (name: string) => {
  if (name === at) {
    // Nothing gets to clean up, as when the machine loses its power.
    process.kill(process.pid, "SIGKILL")
  }
}

const pass = () => undefined

/**
 * A named place where a crash must lose nothing. A test that sets
 * `DUKA_KILL_AT` to the name ends the process right here; otherwise it does
 * nothing.
 */
export const killPoint: (name: string) => void = at ? end : pass
