import { choice, duration, flag, list, number, text } from "../kinds"
import { section, setting } from "../setting"

/** Known to everybody who reads this file, so refused in production. */
export const DEVELOPMENT_JWT_SECRET = "duka-development-jwt-secret-change-me"
export const DEVELOPMENT_COOKIE_SECRET =
  "duka-development-cookie-secret-change-me"

const later = "accounts"

export const accounts = section(
  "Secrets and accounts",
  "How people prove who they are. A good secret: `openssl rand -base64 48`.",
  {
    JWT_SECRET: setting(text, {
      about: "Signs access tokens. At least 32 characters in production.",
      fallback: DEVELOPMENT_JWT_SECRET,
      secret: true,
    }),
    COOKIE_SECRET: setting(text, {
      about:
        "Signs the admin's session cookie. At least 32 characters in production, and not the one above.",
      fallback: DEVELOPMENT_COOKIE_SECRET,
      secret: true,
    }),
    ENCRYPTION_KEYS: setting(list(text, "keys"), {
      about:
        "Encrypt sensitive columns. The first encrypts, all decrypt, so that a new one is put in front to rotate.",
      secret: true,
      later,
    }),
    ACCESS_TOKEN_TTL: setting(duration, {
      about: "How long an access token lasts.",
      fallback: "15m",
      later,
    }),
    REFRESH_TOKEN_TTL: setting(duration, {
      about: "How long a person stays logged in without coming back.",
      fallback: "7d",
      later,
    }),
    LOGIN_MAX_FAILURES: setting(number(1, 100), {
      about: "Wrong passwords after which an account is locked for a while.",
      fallback: "5",
      later,
    }),
    PASSWORD_MIN_LENGTH: setting(number(6, 128), {
      about: "The shortest password one may set.",
      fallback: "8",
      later,
    }),
    PASSWORD_CLASSES: setting(number(1, 4), {
      about:
        "How many of upper case, lower case, digit and special character a password needs.",
      fallback: "4",
      later,
    }),
    RESET_METHOD: setting(choice("auto", "link", "code"), {
      about:
        "How a forgotten password is reset: `auto` sends a link to an e-mail address and a code to a phone.",
      fallback: "auto",
      later,
    }),
    REQUIRE_VERIFIED: setting(flag, {
      about:
        "Whether an unverified account is kept from logging in and buying.",
      fallback: "false",
      later,
    }),
    REQUIRE_STAFF_MFA: setting(flag, {
      about: "Whether staff must use a second factor.",
      fallback: "false",
      later,
    }),
    NAME_MAX_LENGTH: setting(number(1, 255), {
      about: "The longest name of a person.",
      fallback: "255",
      later,
    }),
    GOOGLE_CLIENT_ID: setting(text, {
      about: "Google sign-in is on when id and secret are set.",
      later,
    }),
    GOOGLE_CLIENT_SECRET: setting(text, {
      about: "Secret that goes with the id.",
      secret: true,
      later,
    }),
  }
)
