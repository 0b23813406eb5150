import type { DarajaConfig } from "./types"

/**
 * The account the Daraja stand-in of the simulators accepts, and nobody else
 * does. Short code and passkey are those of Safaricom's public sandbox.
 */
export const SIMULATED_ACCOUNT = {
  consumerKey: "daraja-simulator",
  consumerSecret: "daraja-simulator-secret",
  shortcode: "174379",
  passkey: "bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919",
  initiator: {
    name: "testapi",
    password: "simulator-initiator",
    certificate: `
-----BEGIN CERTIFICATE-----
MIIDFzCCAf+gAwIBAgIULtLepWooc19eHs66TbzV8AuyaQMwDQYJKoZIhvcNAQEL
BQAwGjEYMBYGA1UEAwwPRGFyYWphIHN0YW5kLWluMCAXDTI2MTEyMTA3MzgxNFoY
DzIxMjYxMDI4MDczODE0WjAaMRgwFgYDVQQDDA9EYXJhamEgc3RhbmQtaW4wggEi
MA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQC4qRjeKCP0lQmhry9zY2biFeex
hYT4yGfgqiaUkoIGSfGqM3qjJ2JLNynlmQuNiekeBV6cHyaSRBytbr1iZYQkKTIK
ZnR5lWeFzxJXcVp/rObylzreqyWOruKS7JbY5kOEM31lYUVft3mp6KDMVhtTBhDI
EhE6fQYYYxrtYGXc0HE19CrNowJOVZBJiC5iuF1J3+hqdrU1zRqYwbdS0poz8eH6
ttd/ddfRYszw7BRwr1Zc7CrEo3nB+dxPES/+OAo4yiDXn8NNzyaVpATKUxFzs3Rx
KNQ3IIT+9qn3JwN3h5V2zZ/rsAjxEwfNGLHLVJ8iVW8jg/hT2usk8A8hiwHVAgMB
AAGjUzBRMB0GA1UdDgQWBBTJ5CnQq5WO4s9hT9jNoWAeUfifQzAfBgNVHSMEGDAW
gBTJ5CnQq5WO4s9hT9jNoWAeUfifQzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3
DQEBCwUAA4IBAQB0s5ykb+AWl6tGw4afVN0vQAKggSi3b1suv29+vESF6GdDwkWO
X0dAplOLXUICot6/9HXxPKoYl3pN6zUcBrhkH6UaWT6EX1s/aDF26nBCCF6m144H
v8OOEw2LsjuiGWA7C30Q0NVFlT1M0S+Jdt2ktC7IZa6ITX2tGLr0kmf/McrEvwkC
AGuCWje7OXihndE9fFD1BK2JTHK2b4lAyDnurq78hFXW7nOlC3W0VopNNkRhXaJb
wb/KOvGJENH7OJbCelFcLaaDmzj53RSsGH19V0LjCQA+bgW9rnhsCexLSwm0ff9S
hXSMWGsBNXPBBgwVe0uocUuZrjiHIWIHLZqT
-----END CERTIFICATE-----
`.trim(),
  },
} as const satisfies Omit<DarajaConfig, "baseUrl">
