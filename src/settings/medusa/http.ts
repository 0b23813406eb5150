import type { Settings } from "../read"

/** The part of Medusa's project configuration that is about browsers. */
export const httpConfig = (settings: Settings) => ({
  http: {
    storeCors: settings.STORE_CORS.join(","),
    adminCors: settings.ADMIN_CORS.join(","),
    authCors: settings.AUTH_CORS.join(","),
    jwtSecret: settings.JWT_SECRET,
    cookieSecret: settings.COOKIE_SECRET,
  },
  // Medusa's production cookie needs https, which a trial on one machine lacks.
  ...(settings.TRIAL_MODE === "local"
    ? { cookieOptions: { secure: false } }
    : {}),
})
